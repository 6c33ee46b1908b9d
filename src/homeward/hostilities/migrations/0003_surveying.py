from pathlib import Path

from django.db import migrations

from homeward.access.sql import run


class Migration(migrations.Migration):
    dependencies = [("hostilities", "0002_guarding")]
    operations = [run(Path(__file__).parent, "surveying")]
