from pathlib import Path

from django.db import migrations

from homeward.access.sql import run


class Migration(migrations.Migration):
    dependencies = [("crossings", "0003_boarding"), ("ledger", "0002_appending")]
    operations = [run(Path(__file__).parent, "guarding_boarding")]
