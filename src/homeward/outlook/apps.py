from django.apps import AppConfig


class OutlookConfig(AppConfig):
    name = "homeward.outlook"
    label = "outlook"
    default_auto_field = "django.db.models.BigAutoField"
