"""The forms of the answers, for the OpenAPI description: what `exports` lays out, told key by key."""
