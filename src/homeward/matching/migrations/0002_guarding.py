from pathlib import Path

from django.db import migrations

from homeward.access.sql import run


class Migration(migrations.Migration):
    dependencies = [("matching", "0001_initial"), ("people", "0002_guarding")]
    operations = [run(Path(__file__).parent, "guarding")]
