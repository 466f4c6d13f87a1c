"""The certificate is checked against the name, though the connection goes to an address; https never leads to http."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme
from tests.fetch.conftest import Bench
from tests.fetch.site import Reply, Site, article, site


@pytest.fixture
def safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site whose certificate is for `good.example`, from an authority that this machine trusts."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("good.example").configure_cert(context)
    with site(context) as running:
        yield running


def here(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


def test_the_name_of_the_certificate_counts(bench: Callable[..., Bench], safe: Site) -> None:
    safe.pages["/a"] = article(1)
    port = safe.host.rpartition(":")[2]
    made = bench(resolve=here, fetch_tries=1)
    assert made.code(f"https://good.example:{port}/a") is None
    assert made.code(f"https://bad.example:{port}/a") == "fetch_tls"


def test_an_authority_that_is_not_known_is_not_believed(
    bench: Callable[..., Bench], safe: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    port = safe.host.rpartition(":")[2]
    assert bench(resolve=here, fetch_tries=1).code(f"https://good.example:{port}/a") == "fetch_tls"


def test_a_redirect_to_an_open_connection_is_refused(bench: Callable[..., Bench], safe: Site, web: Site) -> None:
    safe.pages["/a"] = Reply(b"", 302, headers={"Location": f"{web.url}/a"})
    web.pages["/a"] = article(1)
    port = safe.host.rpartition(":")[2]
    assert bench(resolve=here).code(f"https://good.example:{port}/a") == "fetch_redirect"
    assert web.asked == []
