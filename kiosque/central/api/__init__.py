"""What programs ask of headquarters: described by OpenAPI, opened by keys."""
