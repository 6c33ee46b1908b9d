from pathlib import Path

from django.db import migrations

from homeward.access.sql import run


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_entering"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("sessions", "0001_initial"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations = [run(Path(__file__).parent, "grants")]
