"""Letters in Russian."""

from __future__ import annotations

from homeward.matching.core.wordings.wording import Tie, Wording
from homeward.names import Script

WORDING = Wording(
    language="ru",
    direction="ltr",
    script=Script.CYRILLIC,
    months=(
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ),
    months_alone=(
        "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
    ),
    day="{day} {month} {year} г.",
    month_of_year="{month} {year} г. (число неизвестно)",
    year="{year} г. (число и месяц неизвестны)",
    between="между {first} и {last}",
    list_of_day="список «{title}» от {day} (№ {number} из полученных нами)",
    list_undated="список «{title}» (№ {number} из полученных нами)",
    subject="Члены семей, которых нет в списке «{title}»",
    greeting="Здравствуйте!",
    opening="Обращаемся к вам по следующему вопросу: {list}.",
    purpose=(
        "В этом списке есть члены перечисленных ниже семей. Других членов тех же семей мы в нём не находим. "
        "Просим проверить, следует ли внести их имена в список, и сообщить нам о результате."
    ),
    counted="Число людей, названных в этом письме: {count}.",
    family="Семья {number}",
    on_the_list="В списке:",
    off_the_list="В списке не найдены, просим проверить:",
    to_check="Просим уточнить:",
    born="дата рождения: {day}",
    born_unread="дата рождения, как она записана: «{words}»",
    born_default="дата рождения: {day} (такую дату часто ставят в документах, когда день неизвестен)",
    paper="документ: {numbers}",
    also_written="другое написание: {names}",
    off_since="имени нет в списке начиная с № {number} из полученных нами",
    tie="родство: {tie}",
    ties={
        Tie.CHILD: "ребёнок; родитель в списке: {name} ({place})",
        Tie.PARENT: "родитель; ребёнок в списке: {name} ({place})",
        Tie.SPOUSE: "в браке; в списке: {name} ({place})",
        Tie.GUARDIAN: "опекун; под опекой, в списке: {name} ({place})",
        Tie.WARD: "под опекой; опекун в списке: {name} ({place})",
        Tie.HOUSEHOLD: "одна семья; в списке: {name} ({place})",
    },
    row="строка {row}",
    sheet_and_row="лист {sheet}, строка {row}",
    no_row="запись без отдельной строки",
    may_be="{place}: возможно, это один и тот же человек: {person}. {spelling}",
    may_name=(
        "{place}: эту строку нам не удалось прочитать полностью; возможно, она относится к этому человеку: {person}. "
        "Просим сообщить, кто в ней назван."
    ),
    spelling="Просим проверить написание имени и дату рождения.",
    closing="Если имя есть в списке в другом написании, нам достаточно номера строки.",
    regards="С уважением,",
    stop="; ",
    comma=", ",
)  # fmt: skip
