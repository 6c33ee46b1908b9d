from pathlib import Path

from django.db import migrations

from homeward.access.sql import run


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial"), ("access", "0003_grants")]
    operations = [run(Path(__file__).parent, name) for name in ("appending", "walking", "searching", "projections")]
