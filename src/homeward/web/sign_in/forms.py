"""Who are you, and who is the first."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.web.sign_in import code


class SignInForm(forms.Form):
    """A name and a password; what is wrong with them is never told apart."""

    use_required_attribute = False

    name = forms.CharField(
        label=_("Name"),
        max_length=150,
        widget=forms.TextInput(
            {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "dir": "auto"}
        ),
        error_messages={"required": _("Write your name at this desk.")},
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=1024,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
        error_messages={"required": _("Write your password.")},
    )


class FirstRunForm(forms.Form):
    """The first administrator: the code of the server, a name, a password twice."""

    use_required_attribute = False

    code = forms.CharField(
        label=_("Code of this server"),
        max_length=100,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false", "dir": "ltr", "class": "code"}
        ),
        error_messages={"required": _("Write the code that the server printed.")},
    )
    name = forms.CharField(
        label=_("Your name at this desk"),
        help_text=_("You sign in with it; others see it beside what you record."),
        max_length=150,
        widget=forms.TextInput(
            {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "dir": "auto"}
        ),
        error_messages={"required": _("Write the name with which you will sign in.")},
    )
    password = forms.CharField(
        label=_("Password"),
        help_text=_("15 characters or more. A few words that only you would put together are good."),
        strip=False,
        max_length=1024,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        error_messages={"required": _("Choose a password.")},
    )
    again = forms.CharField(
        label=_("The password again"),
        strip=False,
        max_length=1024,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        error_messages={"required": _("Write the password a second time.")},
    )

    def clean_code(self) -> str:
        given: str = self.cleaned_data["code"]
        if not code.opens(given):
            raise forms.ValidationError(_("This is not the code of this server. It stands in the file named above."))
        return given

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password", again):
            raise forms.ValidationError(_("The two passwords differ."))
        return again
