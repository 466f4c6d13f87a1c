"""Who may write: who brings the server's token."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from fogline.api.served import Ledgers
from fogline.errors import ReadOnlyError, TooManyError, UnauthorizedError

ATTEMPT = 60.0  # requests that a wrong token costs, so that it cannot be guessed
bearer = HTTPBearer(auto_error=False, scheme_name="token", description="The token of `FOGLINE_TOKEN`.")


def writer(
    request: Request, served: Ledgers, given: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]
) -> None:
    """Lets a request through that may write.

    Raises:
        ReadOnlyError: no token is configured.
        UnauthorizedError: the request brings none, or another one.
        TooManyError: the client has tried too many tokens.
    """
    token = served.settings.token
    if token is None:
        raise ReadOnlyError("this server is read-only", next_step="Set FOGLINE_TOKEN where it runs, to allow writes")
    if given is None:
        raise UnauthorizedError(
            "writing needs the server's token", next_step="Send Authorization: Bearer TOKEN",
            headers={"www-authenticate": 'Bearer realm="fogline"'},
        )  # fmt: skip
    expected = token.get_secret_value().encode()
    if not hmac.compare_digest(given.credentials.encode("utf-8", "surrogatepass"), expected):
        client = request.client.host if request.client else ""
        if request.app.state.attempts.wait(client, ATTEMPT):
            raise TooManyError("too many wrong tokens", next_step="Wait a minute", headers={"retry-after": "60"})
        raise UnauthorizedError(
            "the token is not the server's", next_step="Check FOGLINE_TOKEN",
            headers={"www-authenticate": 'Bearer realm="fogline", error="invalid_token"'},
        )  # fmt: skip


Writers = Depends(writer)
