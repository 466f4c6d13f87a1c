"""What stands between the network and the routes: hosts, sizes, rates, tokens, headers."""
