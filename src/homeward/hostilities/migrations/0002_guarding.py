from pathlib import Path

from django.db import migrations

from homeward.access.sql import run


class Migration(migrations.Migration):
    dependencies = [("hostilities", "0001_initial"), ("ledger", "0002_appending")]
    operations = [run(Path(__file__).parent, "guarding")]
