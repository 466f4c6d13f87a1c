"""The settings that the language model needs, checked before anything is sent."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from fogline.config import CONFIG_FILE, Settings
from fogline.errors import UsageError

PATH = "/chat/completions"
_OURS = frozenset({"messages", "model", "n", "response_format", "stream"})


@dataclass(frozen=True)
class Chosen:
    """Which model is asked, where, and with which further fields of the request; the key is never shown."""

    url: str
    model: str
    options: dict[str, Any]
    key: str | None = field(default=None, repr=False)


def chosen(settings: Settings) -> Chosen:
    """The endpoint that the user configured.

    Raises:
        UsageError: its address or model is missing or wrong; names the setting.
    """
    for name in ("llm_address", "llm_model"):
        if not getattr(settings, name).strip():
            raise UsageError(f"the engine llm needs the setting {name}", next_step=_set(name))
    key = settings.llm_key.get_secret_value().strip() if settings.llm_key is not None else None
    if key and not (key.isascii() and key.isprintable()):
        raise UsageError("the setting llm_key holds signs that no key has", next_step=_set("llm_key"))
    options = settings.llm_options
    if taken := sorted(_OURS & options.keys()):
        raise UsageError(f"the setting llm_options cannot set {', '.join(taken)}", next_step=_set("llm_options"))
    try:
        json.dumps(options, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise UsageError(f"the setting llm_options is no JSON ({error})", next_step=_set("llm_options")) from None
    return Chosen(_url(settings.llm_address.strip()), settings.llm_model.strip(), dict(options), key or None)


def _url(address: str) -> str:
    """The address that questions go to: of the API's base, or as it stands where it names that already."""
    try:
        parts = urlsplit(address)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or not address.isascii() or not address.isprintable() or " " in address:
        raise UsageError("the setting llm_address is no http or https address", next_step=_set("llm_address"))
    if parts.username is not None:
        raise UsageError("the setting llm_address holds a user name", next_step="Give the key as FOGLINE_LLM_KEY")
    path = parts.path.rstrip("/")
    return parts._replace(path=path if path.endswith(PATH) else path + PATH, fragment="").geturl()


def _set(name: str) -> str:
    return f"Set FOGLINE_{name.upper()}, or {name} in {CONFIG_FILE}"
