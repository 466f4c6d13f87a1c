"""The API over PostgreSQL gives the answers that it gives over SQLite, and takes judgements there."""

from __future__ import annotations

import shutil
import sqlite3
