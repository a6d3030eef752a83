"""What can go wrong between this PC and a stick, each with its sentence and what to do."""

from __future__ import annotations

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_


class TargetMissing(UserError):
    message = N_("The folder {folder} is not there.")
    hint = N_("Plug the USB stick in, wait until it appears, then choose it again.")


class TargetReadOnly(UserError):
    message = N_("Nothing can be written to {folder}: it is locked against writing.")
    hint = N_("Slide the lock on the stick or card back, or choose another stick.")


class TargetFull(UserError):
    message = N_("There is too little room in {folder}: {missing_mb} MB are missing.")
    hint = N_("Delete files that are no longer needed from it, or use a larger stick.")


class FileTooBig(UserError):
    message = N_("The file {file} is larger than the 4 GB that this stick can hold in one file (FAT32).")
    hint = N_("Shorten the video, or have the stick formatted as exFAT or NTFS.")


class SystemDisk(UserError):
    message = N_("{name} is the disk of this PC itself, not a stick.")
    hint = N_("Plug a USB stick in and choose it.")


class PathTooLong(UserError):
    message = N_("The folder {folder} lies too deep: Windows could not open all files in it.")
    hint = N_("Choose a folder nearer to the top, or the stick itself.")


class RarelyRead(UserError):
    message = N_("{name} is formatted as {file_system}, which Windows cannot read.")
    hint = N_("Use a stick formatted as exFAT, FAT32 or NTFS if the office works with Windows.")


class TargetPulled(UserError):
    message = N_("{folder} could no longer be reached while the bundle was being written.")
    hint = N_("The stick was pulled out or is loose. Plug it in again and export once more; nothing is lost.")


class SourceUnreadable(UserError):
    message = N_("The file {file} cannot be read, so the bundle was not made.")
    hint = N_("Open Materials, find the missing file again, then export once more.")


class VerifyFailed(UserError):
    message = N_("The file {file} came back from the stick different from what was written.")
    hint = N_("The stick may be wearing out. Export once more; if it happens again, use another stick.")


class NotABundle(UserError):
    message = N_("The folder {folder} is not a report bundle.")
    hint = N_("Choose the folder whose name begins with BaoCao and that holds the file bagit.txt.")


class NotFinished(UserError):
    message = N_("The bundle {folder} was not finished: its writing was interrupted.")
    hint = N_("Export it once more; the unfinished folder may be deleted.")


class NotWhole(UserError):
    message = N_("The bundle {bundle} did not arrive whole, so no receipt was written. Wrong: {files}.")
    hint = N_("Ask the school to write it to the stick once more.")


class NotAReceipt(UserError):
    message = N_("The file {file} is not a receipt.")
    hint = N_("A receipt is called BienNhan_…json and lies beside the bundle.")
