"""What this PC knows of syncing: who it is, what changed here, what every PC said. All of it its own, never synced."""

from __future__ import annotations

import peewee

from db.fields import NameField
from db.models.record import Table


class SyncSelf(Table):
    """This PC among the school's: one row. ``capturing`` is off before it is joined and while others' work comes in."""

    id = peewee.IntegerField(primary_key=True)
    capturing = peewee.BooleanField(default=False)
    school_id = NameField(default="")
    device = NameField(default="")  # 8 hex letters
    epoch = NameField(default="")  # 4 hex letters, new after a restore or a copy
    seq = peewee.IntegerField(default=0)  # newest sealed segment of this epoch
    lamport = peewee.IntegerField(default=0)
    pc_name = NameField(default="")
    mark = NameField(default="")  # where this file lay when the epoch began


class SyncChange(Table):
    """A change as the triggers of db.journal wrote it down, not yet an event. Written by SQL alone."""

    n = peewee.AutoField()
    id = NameField()
    table_name = NameField()
    row_id = NameField()
    act = NameField()  # insert | update | delete
    base = peewee.IntegerField()
    fields = NameField()
    at = NameField()


class SyncEvent(Table):
    """An event of this PC or another, as its line stands in a segment. ``seq`` is empty while it waits to be sealed."""

    n = peewee.AutoField()
    id = NameField(unique=True)
    table_name = NameField()
    row_id = NameField()
    lamport = peewee.IntegerField()
    device = NameField()
    epoch = NameField()
    seq = peewee.IntegerField(null=True)
    braked = peewee.BooleanField(default=False)  # one of a mass deletion here that nobody has confirmed
    body = peewee.TextField()

    class Meta:
        indexes = ((("device", "epoch", "seq"), False), (("table_name", "row_id"), False))


class SyncSegment(Table):
    """A segment that was sealed here or came from elsewhere. ``state``: whole | damaged | newer."""

    device = NameField()
    epoch = NameField()
    seq = peewee.IntegerField()
    header = peewee.TextField(default="")
    state = NameField(default="whole")
    why = NameField(default="")

    class Meta:
        primary_key = peewee.CompositeKey("device", "epoch", "seq")
        without_rowid = True


class SyncRow(Table):
    """What all events so far say of one record: for each field the events nobody replaced (core.sync.registers)."""

    table_name = NameField()
    row_id = NameField()
    registers = peewee.TextField()
    disputed = peewee.IntegerField(default=0)
    stands_for = NameField(null=True)  # the record that is shown in its place: both PCs made the same thing

    class Meta:
        primary_key = peewee.CompositeKey("table_name", "row_id")
        without_rowid = True


SyncRow.add_index(SyncRow.table_name, SyncRow.row_id, where=SyncRow.disputed > 0, name="sync_row_disputed")


class SyncKey(Table):
    """Which records claim to be the same thing, by what names that thing (core.sync.twins)."""

    table_name = NameField()
    key = NameField()
    row_id = NameField(index=True)

    class Meta:
        primary_key = peewee.CompositeKey("table_name", "key", "row_id")
        without_rowid = True


class SyncHeld(Table):
    """A record whose newest state is not shown yet. ``why``: new | parent | used | brake | unknown | refused.

    ``shown``: the registers it is shown by so far, empty where that is those of sync_row.
    """

    table_name = NameField()
    row_id = NameField()
    why = NameField()
    facts = NameField(default="")
    shown = NameField(default="")

    class Meta:
        primary_key = peewee.CompositeKey("table_name", "row_id")
        without_rowid = True


class SyncBadLine(Table):
    """A line of a segment that is no event; kept as it came."""

    device = NameField()
    epoch = NameField()
    seq = peewee.IntegerField()
    place = peewee.IntegerField()
    why = NameField()
    line = peewee.TextField()

    class Meta:
        primary_key = peewee.CompositeKey("device", "epoch", "seq", "place")
        without_rowid = True


class SyncPeer(Table):
    """The name of a PC that spoke."""

    device = NameField(primary_key=True)
    name = NameField()

    class Meta:
        without_rowid = True


class SyncTarget(Table):
    """A store this PC has been connected to, by the store's own id."""

    store = NameField(primary_key=True)
    address = NameField(index=True)
    heads = NameField(default="")  # what its heads/ said when all of it was read
    met_at = NameField(default="")
    done_at = NameField(default="")
    problem = NameField(default="")

    class Meta:
        without_rowid = True


class SyncSent(Table):
    """How much of a device's segments a store has: ``upto`` put there, ``confirmed`` by the receiver's receipt."""

    store = NameField()
    device = NameField()
    epoch = NameField()
    upto = peewee.IntegerField(default=0)
    confirmed = peewee.IntegerField(default=0)

    class Meta:
        primary_key = peewee.CompositeKey("store", "device", "epoch")
        without_rowid = True


class SyncFile(Table):
    """A photo or video that a store has whole."""

    store = NameField()
    sha256 = NameField()

    class Meta:
        primary_key = peewee.CompositeKey("store", "sha256")
        without_rowid = True
