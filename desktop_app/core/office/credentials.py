"""A school's own key to the office's object store: it opens the school's own folder and nobody else's.

The key is made here and handed to the school once; the server keeps it in the words of its own configuration.
SeaweedFS: ``weed s3 -config``, one identity a school. Others: a policy of AWS IAM, which Ceph and AWS understand.
"""

from __future__ import annotations

import re
import secrets
from typing import NamedTuple

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_

_SCHOOL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class NotASchool(UserError):
    message = N_("“{text}” is not the id of a school.")
    hint = N_("The school finds it in its settings, under “Sending”; it looks like 0190b5a2-….")


class SchoolKey(NamedTuple):
    """A name and a secret for one school; the secret is shown once and not kept by this program."""

    school_id: str
    name: str
    secret: str


def is_school(text: str) -> bool:
    """Whether this can be the id of a school."""
    return bool(_SCHOOL.fullmatch(text))


def new_key(school_id: str) -> SchoolKey:
    """A fresh key of a school. Raises NotASchool."""
    if not is_school(school_id):
        raise NotASchool(text=school_id)
    return SchoolKey(school_id, f"loa-{secrets.token_hex(8)}", secrets.token_urlsafe(30))


def _folders(school_id: str) -> tuple[str, str]:
    return f"schools/{school_id}/", f"receipts/{school_id}/"


def seaweed_identity(key: SchoolKey, bucket: str, prefix: str = "") -> dict[str, object]:
    """The identity as ``weed s3 -config`` wants it: its own folder, its receipts to read, the store's marker."""
    own, told = (f"{bucket}/{prefix}{folder}" for folder in _folders(key.school_id))
    actions = [f"{act}:{own}*" for act in ("Read", "Write", "List")] + [f"{act}:{told}*" for act in ("Read", "List")]
    return {
        "name": f"school-{key.school_id}",
        "credentials": [{"accessKey": key.name, "secretKey": key.secret}],
        "actions": [*actions, f"Read:{bucket}/{prefix}loa.json*"],
    }


def iam_policy(school_id: str, bucket: str, prefix: str = "") -> dict[str, object]:
    """The same rights as a policy of AWS IAM (version 2012-10-17)."""
    own, told = (f"{prefix}{folder}" for folder in _folders(school_id))
    place = f"arn:aws:s3:::{bucket}"
    listing = {"StringLike": {"s3:prefix": [f"{own}*", f"{told}*"]}}
    return {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Action": ["s3:ListBucket"], "Resource": [place], "Condition": listing},
            {
                "Effect": "Allow",
                "Action": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
                "Resource": [f"{place}/{own}*"],
            },
            {
                "Effect": "Allow",
                "Action": ["s3:GetObject"],
                "Resource": [f"{place}/{told}*", f"{place}/{prefix}loa.json"],
            },
        ],
    }
