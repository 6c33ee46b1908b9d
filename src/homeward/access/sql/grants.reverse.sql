REVOKE ALL ON django_migrations, django_content_type, django_session FROM homeward_app;
