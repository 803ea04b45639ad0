"""What headquarters runs: the endpoint that devices send to, and the pages behind a login."""
