"""The forms of answers and bodies, as the OpenAPI document describes them; a test holds real answers against them."""
