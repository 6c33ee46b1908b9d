from django.apps import AppConfig


class HostilitiesConfig(AppConfig):
    name = "homeward.hostilities"
    label = "hostilities"
    default_auto_field = "django.db.models.BigAutoField"
