from django.apps import AppConfig


class CrossingsConfig(AppConfig):
    name = "homeward.crossings"
    label = "crossings"
    default_auto_field = "django.db.models.BigAutoField"
