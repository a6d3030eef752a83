"""One article open for writing: its sheet and photos, beside it where it stands. Nothing typed is ever lost."""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from db.queries import articles as rows
from db.queries import plans
from db.queries.articles import ArticleWhole
from desktop_app.core import articles
from desktop_app.core.article_rules import ArticleFacts, Requirement, blocking, requirements
from desktop_app.core.article_templates import questions_left
from desktop_app.core.articles import ArticleText, ChangedElsewhere, ShownAnew
from desktop_app.core.i18n import _
from desktop_app.core.manuscripts.markup import word_count
from desktop_app.ui.later import Later
from desktop_app.ui.screens.articles import words as article_words
from desktop_app.ui.screens.articles.acts import ArticleActs, article_shown
from desktop_app.ui.screens.articles.album import ArticleAlbum
from desktop_app.ui.screens.articles.fields import ArticleFields, Sheet
from desktop_app.ui.screens.articles.foreign import ForeignDialog, ForeignNotice
from desktop_app.ui.screens.articles.head import ArticleHead
from desktop_app.ui.screens.articles.keeping import Keeping, clock
from desktop_app.ui.screens.articles.recovery import RecoveryDialog
from desktop_app.ui.screens.articles.side import ArticleSide
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.card import Card

NOTHING = ArticleText()
SOON_MS = 50
ENOUGH = 960
"""Plain pixels from which the sheet's rows and the side have all the room they want."""


class ArticleEditor(ttk.Frame):
    """Options: ``desk`` for its acts, ``back()`` to the list."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        desk: Desk,
        back: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.article: ArticleWhole | None = None
        self._unsaved: ArticleText | None = None
        self._standing: tuple[list[Requirement], bool] = ([], False)
        self._recovery = Later(self, self._recover)
        self.acts = ArticleActs(self, desk, keep=self.kept_article, done=self.refresh)
        self.head = ArticleHead(self, back=back, save=self.save, cancel=lambda: self.acts.press("cancel"))
        self.head.pack(fill="x", pady=(0, px(INSIDE)))
        self.stripe = ttk.Label(self, style="soon.Wash.TLabel", padding=(px(BETWEEN), px(INSIDE)))
        self.foreign = ForeignNotice(self, look=self.choose_text, take=self.take)
        self._sheet()
        self._beside()
        self.bind("<Configure>", lambda event: self._arrange(event.width) if event.widget is self else None)

    def _sheet(self) -> None:
        self.room = Sheet(self, padding=(0, 0, px(INSIDE), 0))
        self.room.pack(side="left", fill="both", expand=True)
        card = Card(self.room.inside)
        card.pack(fill="both", expand=True)
        self.fields = ArticleFields(card.body, written=self.keep_unsaved, described=self.describe)
        self.keeping = Keeping(
            self, self.fields, article_id=self._article_id, by_name=self._desk.by_name, saved=self._desk.saved
        )
        self.photos = ArticleAlbum(
            card.body,
            desk=self._desk,
            article_id=self._article_id,
            changed=self.refresh,
            sheet=self.fields.writing,
        )
        self.photos.pack(side="bottom", fill="x", pady=(px(INSIDE), 0))
        self.fields.pack(fill="both", expand=True)
        self.room.watch(self.photos)

    def _beside(self) -> None:
        self.side = ArticleSide(
            self,
            desk=self._desk,
            press=self.acts.press,
            go=self.go_to,
            prove=self.acts.prove,
            sheet=self.fields.body,
            article_id=self._article_id,
            text=self.fields.text,
            keep=self.kept_article,
            restored=self._read_again,
        )
        self.side.pack(side="right", fill="y", padx=(px(INSIDE), 0), before=self.room)
        for key in ("<Control-Alt-m>", "<Control-Alt-M>"):
            self.fields.body.text.bind(key, lambda event: self.side.comment())

    def _arrange(self, width: int) -> None:
        """By the width of the whole: a scrollbar that comes and goes must not turn it back and forth."""
        narrow = width < px(ENOUGH)
        self.side.give_room(narrow=narrow)
        self.fields.arrange(narrow=narrow)

    # ------------------------------------------------------------ opening

    def open(self, article_id: str | None, topic_id: str | None = None) -> None:
        """Show an article, or an empty sheet that becomes one with its first word. Raises NoSuchArticle."""
        self.article = article_shown(article_id) if article_id else None
        plan = plans.newest_plan()
        self.fields.fill(self.article, plans.topics(plan.id) if plan else [], topic_id)
        self._unsaved = articles.unsaved_text(article_id) if article_id else None
        self.keeping.begin(_text_of(self.article), article_id if article_id and self._unsaved else "")
        self.foreign.pack_forget()
        self.room.to_top()
        self.side.to_top()
        self.refresh()
        self._recovery.start(SOON_MS)

    def _recover(self) -> None:
        """Once the sheet can be seen: let a person choose between the saved words and those a power cut left."""
        if self._unsaved is None or self.article is None or not self.winfo_manager():
            return
        if not self.winfo_viewable():
            self._recovery.start(SOON_MS)
            return
        unsaved, self._unsaved = self._unsaved, None
        saved = self.keeping.kept
        chosen = RecoveryDialog(self, saved, unsaved).run()
        self._go_on_with(chosen if isinstance(chosen, ArticleText) else saved, unsaved, saved, reason="restore")

    def _go_on_with(self, chosen: ArticleText, typed: ArticleText, seen: ArticleText, *, reason: str = "save") -> None:
        """The text chosen between ``typed`` and ``seen`` (the article's) goes on; the other stays among the versions.

        A round may have brought a newer one while the person chose: then that is told, and nothing is kept over it.
        """
        self.keeping.settle()  # the sheet lost the focus to the dialog, and so sent its words to the disk
        article_id, by_name = self._article_id(), self._desk.by_name()
        if chosen != typed:
            articles.put_unsaved_aside(article_id, by_name=by_name)
        try:
            if chosen != seen:
                articles.save_article(article_id, chosen, by_name=by_name, reason=reason, based_on=seen)
        except ChangedElsewhere:
            articles.keep_savepoint(article_id, chosen)
            self.fields.put(chosen)
            self.keeping.begin(seen)
            self.news()
        else:
            self._read_again()

    def _read_again(self) -> None:
        """Another version became the text: show it."""
        self.foreign.pack_forget()
        self.article = article_shown(self._article_id())
        self.fields.put(_text_of(self.article))
        self.keeping.begin(_text_of(self.article))
        self.refresh()

    # ------------------------------------------------------------ changed elsewhere

    def news(self) -> None:
        """Another PC may have changed the article: show that, or say so where words on the sheet would be lost."""
        there = rows.article(self.article.id) if self.article else None
        if there is None:
            return
        self.keeping.follow()
        if _text_of(there) == self.keeping.kept:
            return
        if not self.keeping.changed:
            self._read_again()
            self._desk.toast.say(_("This article was just changed on another PC"), icon="arrow-repeat")
        else:
            self.foreign.tell(articles.whose(there.revision_id or ""), before=self.side)

    def choose_text(self) -> bool:
        """Both texts side by side: the one a person takes goes on, the other stays among the versions.

        Says whether what stands on the sheet is the article's now; until then it is a draft on the disk.
        """
        mine, theirs, note = self._both_texts()
        chosen = ForeignDialog(self, theirs, mine, note=note).run()
        if isinstance(chosen, ArticleText):
            self._go_on_with(chosen, mine, theirs)
        return self.keeping.kept == self.fields.text()

    def take(self, *, mine: bool) -> None:
        """Go on with the words on the sheet, or with those from elsewhere, without looking at both."""
        typed, theirs, _note = self._both_texts()
        self._go_on_with(typed if mine else theirs, typed, theirs)

    def _both_texts(self) -> tuple[ArticleText, ArticleText, str]:
        """The words on the sheet, which are on the disk by now, the article's, and whose those are."""
        self.keeping.settle()
        mine, article_id = self.fields.text(), self._article_id()
        articles.keep_savepoint(article_id, mine)
        there = article_shown(article_id)
        return mine, _text_of(there), articles.whose(there.revision_id or "")

    def refresh(self) -> None:
        """Show everything beside the words anew; what is being typed is never touched."""
        if self.article is not None:
            self.article = article_shown(self.article.id)
        state = self.article.state if self.article else "writing"
        writable = article_words.may_write(state)
        self.fields.enable(writable)
        self.head.show(self.article)
        self._show_side(state)
        self.photos.show_article(self.article.id if self.article else "", writable=writable)

    def _show_side(self, state: str) -> None:
        article_id = self.article.id if self.article else ""
        decided = rows.decisions(article_id)
        self._standing = (self._requirements(state), self.keeping.changed)
        self.side.show(article_id, state, self._standing[0], decided, rows.distributions(article_id))
        reason = self.article.state_reason if self.article else ""
        self._show_stripe(article_words.stripe_words(state, reason, decided, changed=self._standing[1]))

    def _requirements(self, state: str) -> list[Requirement]:
        """The list before sending, of the words as they stand on the sheet now."""
        text, described = self.fields.text(), self.fields.description()
        captions = [photo.caption for photo in rows.photos(self.article.id)] if self.article else []
        facts = ArticleFacts(
            state=state,
            title=text.title,
            has_topic=described.topic_id is not None,
            words=word_count(text.body),
            photos=len(captions),
            photos_without_caption=captions.count(""),
            has_event_date=described.event_date is not None,
            authors=len(described.authors),
            questions_left=questions_left(f"{text.lead}\n{text.body}"),
        )
        return requirements(facts)

    def _show_stripe(self, words: str) -> None:
        self.stripe["text"] = words
        if words:
            self.stripe.pack(fill="x", pady=(0, px(INSIDE)), before=self.side)
        else:
            self.stripe.pack_forget()

    # ------------------------------------------------------------ keeping

    def keep_unsaved(self) -> None:
        """Every few seconds of writing: put the words on disk. Neither cursor nor focus moves."""
        self._unsaved = None
        self.keeping.keep_unsaved()
        state = self.article.state if self.article else "writing"
        if self._standing != (self._requirements(state), self.keeping.changed):  # showing it would hold up typing
            self._show_side(state)

    def describe(self) -> None:
        """Keep topic, day and authors as soon as they are chosen."""
        self.keeping.describe()
        self._show_side(self.article.state if self.article else "writing")

    def _article_id(self) -> str:
        """The article's id; a new one begins with its first word, so that no empty ones are left behind."""
        if self.article is None:
            plan = plans.newest_plan()
            topic_id = self.fields.description().topic_id
            begun = articles.start_article(plan.id if plan else None, topic_id=topic_id, by_name=self._desk.by_name())
            self.article = article_shown(begun)
        return self.article.id

    def keep(self) -> None:
        """Keep everything that is on the sheet: a new version when words changed, captions, topic, day and authors.

        Raises ChangedElsewhere where another text came meanwhile and nobody chose between the two.
        """
        self.photos.keep()
        self._unsaved = None
        self.keeping.put_aside()
        if article_words.may_write(self.article.state if self.article else "writing"):
            try:
                self.keeping.keep_words(begun=self.article is not None)
            except ChangedElsewhere:
                if not self.choose_text():
                    raise
            self.describe()

    def save(self) -> None:
        """Ctrl+S: always works and always says so."""
        self.keep()
        self.refresh()
        self._desk.saved(_("Saved {time}").format(time=clock()))

    def submit(self) -> None:
        """Ctrl+Enter: send it where it can be sent; else go to the first thing that is missing."""
        state = self.article.state if self.article else "writing"
        missing = blocking(self._requirements(state))
        if missing:
            self.go_to(missing[0].field)
        elif "submit" in article_words.offers(state, 0):
            self.acts.press("submit")

    def kept_article(self) -> ArticleWhole:
        """Everything kept, and the article as it is then. Raises ShownAnew where that is not what was read here."""
        self.keep()
        try:
            articles.require_seen(self._article_id(), self.keeping.kept)
        except ShownAnew:
            self.news()
            raise
        return article_shown(self._article_id())

    def go_to(self, field: str) -> None:
        """Put the focus on the field a line of the list is about."""
        widget = self.fields.field(field)
        if widget is None:
            self.photos.go_to_missing()
            self.room.see(self.photos)
        else:
            widget.focus_set()
            self.room.see(widget)


def _text_of(article: ArticleWhole | None) -> ArticleText:
    return ArticleText(article.title, article.lead, article.body) if article else NOTHING
