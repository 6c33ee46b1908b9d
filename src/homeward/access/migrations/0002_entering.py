from pathlib import Path

from django.db import migrations

from homeward.access.sql import run


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]
    operations = [run(Path(__file__).parent, "entering"), run(Path(__file__).parent, "sealing")]
