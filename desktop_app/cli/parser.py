"""The words of the command line: which commands there are and what each takes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.core.article_rules import RETURN_REASONS
from desktop_app.core.i18n import LANGUAGES, _
from desktop_app.core.office.part import EVERYBODY, Part

if TYPE_CHECKING:
    Subcommands = argparse._SubParsersAction[argparse.ArgumentParser]


def parser() -> argparse.ArgumentParser:
    """The whole command line; ``--home``, ``--lang`` and ``--json`` may stand before or after the command."""
    top = argparse.ArgumentParser(
        prog="loa",
        parents=[_common(None)],
        description=_("Loa Trường: a school's communications plan, month by month, without a network."),
    )
    top.add_argument("--version", action="version", version=f"Loa Trường {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    shared = _common(argparse.SUPPRESS)
    work = (_demo, _plan, _article, _media, _month, _report, _export, _verify, _bundle, _search)
    for add in (*work, _website, _store, _sync, _office, _screenshot):
        add(commands, shared)
    return top


def _common(default: str | None) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--home", type=Path, default=default, metavar="DIR", help=_("the school's home folder"))
    common.add_argument("--lang", choices=LANGUAGES, default=default, help=_("the language of the answers"))
    json_default = argparse.SUPPRESS if default else False
    common.add_argument("--json", action="store_true", default=json_default, help=_("answer as one JSON object"))
    return common


def _demo(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    demo = commands.add_parser("demo", parents=[shared], help=_("a sample school lives one month"))
    demo.add_argument("--to", type=Path, required=True, metavar="DIR", help=_("where the bundle goes"))


def _plan(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    acts = commands.add_parser("plan", help=_("the year's plan")).add_subparsers(dest="act", required=True)
    acts.add_parser("import", parents=[shared], help=_("read a plan")).add_argument("file", type=Path)
    acts.add_parser("show", parents=[shared], help=_("show the plan in force"))
    acts.add_parser("print", parents=[shared], help=_("the plan as a PDF")).add_argument("file", type=Path)


def _article(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    acts = commands.add_parser("article", help=_("articles")).add_subparsers(dest="act", required=True)
    bring = acts.add_parser("import", parents=[shared], help=_("take in Word or text files"))
    bring.add_argument("files", type=Path, nargs="+", metavar="FILE")
    bring.add_argument("--topic", metavar="T02", help=_("the topic's code or printed number"))
    acts.add_parser("list", parents=[shared], help=_("every article"))
    send = acts.add_parser("submit", parents=[shared], help=_("send for approval"))
    send.add_argument("id")
    send.add_argument("--note", default="")
    _article_decisions(acts, shared)
    out = acts.add_parser("distribute", parents=[shared], help=_("record where it was published"))
    out.add_argument("id")
    out.add_argument("--channel", required=True, help=_("a channel's kind or name"))
    out.add_argument("--on", required=True, metavar="DATE", help=_("the day, for example 21/05/2024"))
    out.add_argument("--url", default="", help=_("the public address, kept as evidence"))


def _article_decisions(acts: Subcommands, shared: argparse.ArgumentParser) -> None:
    yes = acts.add_parser("approve", parents=[shared], help=_("approve the text in review"))
    yes.add_argument("id")
    yes.add_argument("--pin", default="", help=_("the principal's PIN; asked for where one is set"))
    slip = acts.add_parser("slip", parents=[shared], help=_("print a text in review for the principal"))
    slip.add_argument("id", help=_("an article's id, or all"))
    slip.add_argument("file", type=Path, metavar="OUT.pdf")
    decide = acts.add_parser("decide", parents=[shared], help=_("write down what was decided on a printed slip"))
    decide.add_argument("code", help=_("the six large signs on the slip"))
    verdict = decide.add_mutually_exclusive_group(required=True)
    verdict.add_argument("--approve", action="store_true")
    verdict.add_argument("--return", action="store_false", dest="approve")
    decide.add_argument("--reason", choices=tuple(RETURN_REASONS), action="append", default=[])
    decide.add_argument("--comment", default="", help=_("what should be changed, as written on the slip"))
    decide.add_argument("--scan", type=Path, required=True, metavar="FILE", help=_("the signed slip, scanned"))
    decide.add_argument("--on", required=True, metavar="DATE", help=_("the day beside the signature"))
    decide.add_argument("--by", default="", metavar="NAME", help=_("who signed; the principal if nobody is named"))
    decide.add_argument("--recorded-by", default="", metavar="NAME", help=_("who writes it down"))


def _media(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    acts = commands.add_parser("media", help=_("photos and videos")).add_subparsers(dest="act", required=True)
    bring = acts.add_parser("import", parents=[shared], help=_("take in files and folders"))
    bring.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    check = acts.add_parser("check", parents=[shared], help=_("hash every original again and repair what can be"))
    look_in = _("a folder where lost originals may be found")
    check.add_argument("--look-in", type=Path, action="append", default=[], metavar="DIR", help=look_in)


def _month(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    month = commands.add_parser("month", parents=[shared], help=_("what a month has and owes"))
    month.add_argument("month", metavar="2024-05")
    month.add_argument("--strict", action="store_true", help=_("exit 1 when the month is not met"))


def _report(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    acts = commands.add_parser("report", help=_("papers, their numbers and scans")).add_subparsers(
        dest="act", required=True
    )
    of_one = {"list": _("every edition of a paper"), "issue": _("freeze a draft with number, day and signer")}
    of_one["scan"] = _("keep the scan of the signed paper")
    made = {name: acts.add_parser(name, parents=[shared], help=words) for name, words in of_one.items()}
    for act in made.values():
        act.add_argument("paper", choices=("month", "term", "year", "opinions", "letter", "minutes"))
        act.add_argument("period", metavar="2024-05", help=_("2024-05, 2024-2025/I, 2024-2025 or 2024"))
    made["issue"].add_argument("--on", required=True, metavar="DATE", help=_("the day on the paper"))
    made["issue"].add_argument(
        "--by", default="", metavar="NAME", help=_("who signs; the principal if nobody is named")
    )
    made["issue"].add_argument(
        "--number", type=int, metavar="N", help=_("another number than the next of its register")
    )
    made["scan"].add_argument("file", type=Path)
    for name in ("issue", "scan"):
        made[name].add_argument("--recorded-by", default="", metavar="NAME", help=_("who writes it down"))
    told = acts.add_parser("numbers", parents=[shared], help=_("the registers of a year"))
    told.add_argument("--year", type=int, metavar="2024")
    told.add_argument("--strict", action="store_true", help=_("exit 1 where a number is missing or used twice"))


def _export(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    kinds = commands.add_parser("export", help=_("a period as a verified bundle")).add_subparsers(
        dest="kind", required=True
    )
    month = kinds.add_parser("month", parents=[shared], help=_("a month's bundle"))
    month.add_argument("period", metavar="2024-05")
    month.add_argument("--to", type=Path, required=True, metavar="DIR", help=_("the folder or the stick"))
    locked = _("lock the bundle; the words that open it are printed once")
    month.add_argument("--locked", action="store_true", help=locked)
    month.add_argument("--video-mb", type=int, default=0, metavar="MB", help=_("larger videos stay at school"))
    month.add_argument("--videos-mb", type=int, default=0, metavar="MB", help=_("all videos together at most"))
    others = (
        ("term", "2024-2025/I", _("a term's report")),
        ("year", "2024-2025", _("a year's report")),
        ("opinions", "2024-05", _("a report on opinions")),
        ("letter", "2024-05", _("the covering letter of a month")),
        ("minutes", "2024-05", _("the minutes of handing a month over")),
    )
    for name, period, help_ in others:
        paper = kinds.add_parser(name, parents=[shared], help=help_)
        paper.add_argument("period", metavar=period)
        paper.add_argument("--to", type=Path, required=True, metavar="DIR", help=_("the folder or the stick"))


def _verify(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    verify = commands.add_parser("verify", parents=[shared], help=_("re-hash a bundle and name what is wrong"))
    verify.add_argument("folder", type=Path, nargs="+", metavar="DIR")


def _bundle(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    acts = commands.add_parser("bundle", help=_("receipts for bundles")).add_subparsers(dest="act", required=True)
    receive = acts.add_parser("receive", parents=[shared], help=_("prove a bundle whole and leave a receipt beside it"))
    receive.add_argument("folder", type=Path, nargs="+", metavar="DIR")
    receive.add_argument("--by", required=True, metavar="NAME", help=_("who receives it"))
    receive.add_argument("--office", required=True, metavar="NAME", help=_("for which office"))
    back = acts.add_parser("receipts", parents=[shared], help=_("take in receipts that came back"))
    back.add_argument("folder", type=Path, metavar="DIR")


def _search(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    search = commands.add_parser("search", parents=[shared], help=_("find anything"))
    search.add_argument("text", nargs="+")
    search.add_argument("--limit", type=int, default=50, metavar="N", help=_("at most so many, the newest"))
    search.add_argument("--all", action="store_true", help=_("every one found"))


def _website(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    acts = commands.add_parser("website", help=_("the school's WordPress website")).add_subparsers(
        dest="act", required=True
    )
    connect = acts.add_parser("connect", parents=[shared], help=_("try a website out and keep it"))
    connect.add_argument("channel", help=_("a channel's kind or name"))
    connect.add_argument("--address", required=True, metavar="URL", help=_("as in a browser"))
    connect.add_argument("--user", required=True, metavar="NAME", help=_("the user in WordPress"))
    connect.add_argument("--password-stdin", action="store_true", help=_("read the password from standard input"))
    out = acts.add_parser("publish", parents=[shared], help=_("put an approved article in the queue"))
    out.add_argument("id")
    out.add_argument("--channel", required=True, help=_("a channel's kind or name"))
    acts.add_parser("send", parents=[shared], help=_("send what waits"))
    acts.add_parser("status", parents=[shared], help=_("the websites and what waits for them"))


def _sync(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    sync = commands.add_parser("sync", parents=[shared], help=_("one round with the school's store"))
    sync.add_argument("--to", metavar="URL", help=_("the store's address; the first time it is connected"))
    sync.add_argument("--join", metavar="CODE", help=_("join the school that this code invites to"))
    sync.add_argument("--invite", action="store_true", help=_("a code for one more PC of the school"))
    sync.add_argument("--pc", metavar="NAME", help=_("what people call this PC"))
    sync.add_argument("--no-files", action="store_true", help=_("words only, no photos and videos"))
    sync.add_argument("--whole-archive", action="store_true", help=_("the store is the school's own: send every photo"))
    sync.add_argument("--conflicts", action="store_true", help=_("what PCs differ in"))
    sync.add_argument("--settle", nargs=4, metavar=("TABLE", "ID", "FIELD", "EVENT"), help=_("let this side hold"))
    sync.add_argument("--removals", choices=("go", "back"), help=_("let many removals go, or have all back"))
    sync.add_argument("--password-stdin", action="store_true", help=_("read the password from standard input"))


def _office(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    acts = commands.add_parser("office", help=_("the authority's side: all schools")).add_subparsers(
        dest="act", required=True
    )
    take = acts.add_parser("ingest", parents=[shared], help=_("take in what schools sent to a store"))
    take.add_argument("--from", dest="source", required=True, metavar="URL", help=_("the store's address"))
    take.add_argument("--password-stdin", action="store_true", help=_("read the password from standard input"))
    take.add_argument("--again", action="store_true", help=_("look at every file anew"))
    part = _("one of several programs side by side")
    take.add_argument("--part", type=Part.parse, default=EVERYBODY, metavar="1/4", help=part)
    told = acts.add_parser("report", parents=[shared], help=_("a month of all schools"))
    told.add_argument("month", metavar="2024-05")
    told.add_argument("--pdf", type=Path, metavar="OUT.pdf", help=_("write it on paper too"))
    key = acts.add_parser("key", parents=[shared], help=_("a school's own key to the store"))
    key.add_argument("school", metavar="ID", help=_("the school's id"))
    key.add_argument("--bucket", required=True, help=_("the bucket all schools send to"))
    key.add_argument("--prefix", default="", help=_("the folder in the bucket, if not its root"))
    down = acts.add_parser("direct", parents=[shared], help=_("send a word down to schools"))
    down.add_argument("--from", dest="source", required=True, metavar="URL", help=_("the store's address"))
    down.add_argument("--password-stdin", action="store_true", help=_("read the password from standard input"))
    down.add_argument("--school", nargs="*", metavar="ID", help=_("these schools; none named: all of the store"))
    down.add_argument("--office", required=True, metavar="NAME", help=_("who sends it"))
    down.add_argument("--subject", required=True)
    down.add_argument("--text", default="")
    down.add_argument("--by", default="", metavar="DATE", help=_("the day it is wanted by"))
    _office_bundles(acts, shared)
    window = acts.add_parser("window", parents=[shared], help=_("all schools in a window"))
    window.add_argument("--from", dest="source", default="", metavar="URL", help=_("the store's address"))
    waited = acts.add_parser("schools", parents=[shared], help=_("the list of schools that are waited for"))
    waited.add_argument("file", type=Path, metavar="LIST.csv")
    for act in (take, told, window, waited):
        where = _("sqlite:///office.db or postgresql://name@host/database")
        act.add_argument("--database", required=True, metavar="URL", help=where)


def _office_bundles(acts: Subcommands, shared: argparse.ArgumentParser) -> None:
    sent = acts.add_parser("bundles", parents=[shared], help=_("a school's report bundles in the store"))
    sent.add_argument("school", metavar="SCHOOL", help=_("the school's id"))
    sent.add_argument("--from", dest="source", required=True, metavar="URL", help=_("the store's address"))
    sent.add_argument("--password-stdin", action="store_true", help=_("read the password from standard input"))
    sent.add_argument("--period", default="", metavar="2024-05", help=_("this period only"))
    sent.add_argument("--out", type=Path, metavar="DIR", help=_("fetch those that are whole into this folder"))


def _store(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    acts = commands.add_parser("store", help=_("the place all PCs of the school send to")).add_subparsers(
        dest="act", required=True
    )
    check = acts.add_parser("check", parents=[shared], help=_("try whether a place can be a store"))
    check.add_argument("--password-stdin", action="store_true", help=_("read the password from standard input"))
    check.add_argument("--keep", action="store_true", help=_("keep the password in the system's keyring"))
    forget = acts.add_parser("forget-host", parents=[shared], help=_("forget the key of a machine that is new"))
    for act in (check, forget):
        act.add_argument("url", metavar="URL", help=_("the store's address"))


def _screenshot(commands: Subcommands, shared: argparse.ArgumentParser) -> None:
    shot = commands.add_parser("screenshot", parents=[shared], help=_("a real window's picture"))
    shot.add_argument("screen", nargs="?", default="")
    shot.add_argument("out", nargs="?", type=Path)
    shot.add_argument("--list", action="store_true", help=_("the names of the screens"))
    shot.add_argument("--theme", choices=("light", "dark"), default="light")
    shot.add_argument("--size", default="1366x768", metavar="WxH")
    shot.add_argument("--scaling", type=float, default=1.0, help=_("1.5 is a screen at 150 %%"))
    shot.add_argument("--month", metavar="2024-05")
    shot.add_argument("--wish", action="append", default=[], metavar="NAME=VALUE", help=_("what to open in the room"))
