"""What this PC remembers of its user: language, look, last folder. What belongs to the work is in the records."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from desktop_app.core.files import written_aside


@dataclass
class Settings:
    """The settings of one PC; ``unknown`` keeps what a newer program wrote."""

    file: Path
    language: str = "vi"
    theme: str = "loa-light"
    window_size: str = ""
    last_folder: str = ""
    user_name: str = ""
    hashtags: str = ""
    photo_edge: str = "1600"
    photo_sharpness: str = "usual"
    photo_light: str = "usual"
    mail_host: str = ""
    mail_port: str = ""
    mail_security: str = "tls"
    mail_user: str = ""
    mail_sender: str = ""
    mail_limit_mb: str = ""
    sync_address: str = ""
    sync_kilobytes: str = ""
    sync_begin: str = "0"
    sync_end: str = "24"
    sync_metered: str = "no"
    sync_archive: str = "no"
    unknown: dict[str, Any] = field(default_factory=dict)

    def save(self) -> None:
        """Write settings.json aside, then over the old one."""
        kept = {name: value for name, value in asdict(self).items() if name not in ("file", "unknown")}
        with written_aside(self.file) as out:
            out.write(json.dumps({**self.unknown, **kept}, ensure_ascii=False, indent=2).encode())


def load_settings(file: Path) -> Settings:
    """The settings in ``file``; defaults where it is missing. A broken one is moved to ``.corrupt``, never lost."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(file)
    except (ValueError, OSError):
        file.replace(file.with_name(file.name + ".corrupt"))
        return Settings(file)
    return _from_kept(file, kept if isinstance(kept, dict) else {})


def _from_kept(file: Path, kept: dict[str, Any]) -> Settings:
    ours = {entry.name for entry in fields(Settings)} - {"file", "unknown"}
    known = {name: value for name, value in kept.items() if name in ours and isinstance(value, str)}
    return Settings(file, **known, unknown={name: value for name, value in kept.items() if name not in ours})
