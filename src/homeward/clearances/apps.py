from django.apps import AppConfig


class ClearancesConfig(AppConfig):
    name = "homeward.clearances"
    label = "clearances"
    default_auto_field = "django.db.models.BigAutoField"
