from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages: templates, static files, template tags and the interface in its languages; no tables."""

    name = "homeward.web"
    label = "web"
