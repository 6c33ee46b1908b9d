"""Who said what is found by grammar and tables of reporting words, whatever their order; what nobody said is not."""

import pytest

from homeward.reading.core.english.finding import attributions


def read(text):
    """Each attribution as source, cue and content, in words."""
    return [
        tuple(" … ".join(text[start:end] for start, end in pieces) for pieces in (one.source, one.cue, one.content))
        for one in attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor put the number of missing at 41.", [("The mayor", "put", "the number of missing at 41")]),
        ("The army put it at “about 60”.", [("The army", "put", "it at “about 60”")]),
        ("The clinic gave a lower figure, of 19.", [("The clinic", "gave", "a lower figure, of 19")]),
        ("The clinic gave the toll as 19.", [("The clinic", "gave", "the toll as 19")]),
        ("The harbour office counted 12 boats on Monday.", [("The harbour office", "counted", "12 boats on Monday")]),
        ("The committee lists 63 names.", [("The committee", "lists", "63 names")]),
        ("Police spoke of “dozens of wounded”.", [("Police", "spoke of", "“dozens of wounded”")]),
        ("The hospital estimates the dead at 30 to 35.", [("The hospital", "estimates", "the dead at 30 to 35")]),
        (
            "The ministry published a list of 27 prisoners on Friday.",
            [("The ministry", "published", "a list of 27 prisoners on Friday")],
        ),
        ("The garrison makes it seventeen.", [("The garrison", "makes", "it seventeen")]),
        (
            "The families’ committee says 44, the ministry 39.",
            [("The families’ committee", "says", "44"), ("the ministry", "says", "39")],
        ),
        ("Ostrand undertook to open the gate by Sunday.", [("Ostrand", "undertook", "to open the gate by Sunday")]),
        (
            "The governor pledged that nobody would be turned back.",
            [("The governor", "pledged", "that nobody would be turned back")],
        ),
        (
            "The council gave an undertaking that the lists would be handed over.",
            [("The council", "gave an undertaking", "that the lists would be handed over")],
        ),
        (
            "The rebels offered to free eight of the drivers.",
            [("The rebels", "offered", "to free eight of the drivers")],
        ),
        (
            "The brigade demanded 200,000 crowns for the pilot.",
            [("The brigade", "demanded", "200,000 crowns for the pilot")],
        ),
        ("The widow asked for her husband’s body.", [("The widow", "asked for", "her husband’s body")]),
        (
            "The envoy called on both sides to hold their fire.",
            [("The envoy", "called on", "both sides to hold their fire")],
        ),
        (
            "The bishop appealed to the militia to let the children go.",
            [("The bishop", "appealed to", "the militia to let the children go")],
        ),
        ("The bishop appealed for calm.", [("The bishop", "appealed for", "calm")]),
        (
            "The envoy urged the government to publish the list.",
            [("The envoy", "urged", "the government to publish the list")],
        ),
        ("The prefect told residents to boil their water.", [("The prefect", "told", "to boil their water")]),
        ("Villagers were told to leave by noon.", [("", "were told", "to leave by noon")]),
        (
            "Drivers were told by the customs office that the pass would stay shut.",
            [("the customs office", "were told", "that the pass would stay shut")],
        ),
        (
            "The commander ordered his men to withdraw from the mill.",
            [("The commander", "ordered", "his men to withdraw from the mill")],
        ),
        ("The militia threatened to shell the port.", [("The militia", "threatened", "to shell the port")]),
        ("The mission warned of a shortage of insulin.", [("The mission", "warned of", "a shortage of insulin")]),
        (
            "The mission warned that fuel would run out on Thursday.",
            [("The mission", "warned", "that fuel would run out on Thursday")],
        ),
        (
            "The mission warned drivers against using the coast road.",
            [("The mission", "warned", "drivers against using the coast road")],
        ),
        (
            "The ministry accused the brigade of hiding six prisoners.",
            [("The ministry", "accused", "the brigade of hiding six prisoners")],
        ),
        ("The premier blamed the navy for the delay.", [("The premier", "blamed", "the navy for the delay")]),
        ("The navy denied having fired.", [("The navy", "denied", "having fired")]),
        ("The navy denied that it had fired.", [("The navy", "denied", "that it had fired")]),
        ("The governor rejected the plan.", [("The governor", "rejected", "the plan")]),
        ("The governor ruled out an amnesty.", [("The governor", "ruled out", "an amnesty")]),
        (
            "The militia refused to release the two teachers.",
            [("The militia", "refused", "to release the two teachers")],
        ),
        ("The agency corrected its figure to 31.", [("The agency", "corrected", "its figure to 31")]),
        ("The agency took back its report of a ceasefire.", [("The agency", "took back", "its report of a ceasefire")]),
        ("The ministry revised the toll to 52.", [("The ministry", "revised", "the toll to 52")]),
        ("The ministry withdrew the offer on Tuesday.", [("The ministry", "withdrew", "the offer on Tuesday")]),
        ("The council acknowledged that two lists exist.", [("The council", "acknowledged", "that two lists exist")]),
        (
            "Both sides have agreed to a pause of three days.",
            [("Both sides", "have agreed to", "a pause of three days")],
        ),
        ("Both sides agreed to exchange their wounded.", [("Both sides", "agreed", "to exchange their wounded")]),
        ("Tarn has signalled that it may attend.", [("Tarn", "has signalled", "that it may attend")]),
        ("The spokesman hinted at a second list.", [("The spokesman", "hinted at", "a second list")]),
        (
            "Dr Amsel suggested that the figure was too high.",
            [("Dr Amsel", "suggested", "that the figure was too high")],
        ),
        ("Relatives fear that the boat has sunk.", [("Relatives", "fear", "that the boat has sunk")]),
        ("The doctor believes the girl can be moved.", [("The doctor", "believes", "the girl can be moved")]),
        (
            "According to the harbour master, three boats are missing.",
            [("the harbour master", "According to", "three boats are missing")],
        ),
        (
            "Three boats are missing, according to the harbour master.",
            [("the harbour master", "according to", "Three boats are missing")],
        ),
        ("By the ministry’s count, 14 have returned.", [("the ministry’s", "By … count", "14 have returned")]),
        ("In the governor’s view, the road is safe.", [("the governor’s", "In … view", "the road is safe")]),
        ("In the words of the abbot, “nobody came”.", [("the abbot", "In the words of", "“nobody came”")]),
        (
            "By its own account the brigade holds nine officers.",
            [("its", "By … own account", "the brigade holds nine officers")],
        ),
        (
            "A statement by the brigade that all nine were alive could not be verified.",
            [("the brigade", "A statement by", "that all nine were alive")],
        ),
        (
            "In a letter to parliament the ombudsman wrote that 40 families had been paid.",
            [("the ombudsman", "wrote", "that 40 families had been paid")],
        ),
        (
            "The answer of the consulate was that the file had been closed.",
            [("the consulate", "The answer of", "that the file had been closed")],
        ),
        (
            "The ministry issued a statement saying that the bridge was open.",
            [("The ministry", "issued a statement saying", "that the bridge was open")],
        ),
        (
            "Its letter of 3 May asks for passage for ten buses.",
            [("Its letter of 3 May", "asks for", "passage for ten buses")],
        ),
        ("A notice on the gate says the office is closed.", [("A notice on the gate", "says", "the office is closed")]),
        (
            "The pilot was quoted by Radio Sund as saying that he was well treated.",
            [("The pilot", "was quoted … as saying", "that he was well treated")],
        ),
        ("The two are reported to have crossed on foot.", [("", "are reported", "The two … to have crossed on foot")]),
        ("It was agreed that the wounded would go first.", [("", "It was agreed", "that the wounded would go first")]),
        ("The offer was rejected by the militia.", [("the militia", "was rejected by", "The offer")]),
        ("The commander is said to have left.", [("", "is said", "The commander … to have left")]),
        ("The bridge, the mayor said, was mined in March.", [("the mayor", "said", "The bridge … was mined in March")]),
        ("No list exists, he added.", [("he", "added", "No list exists")]),
        (
            "“We are tired,” said Lena Orv, a nurse, “and we are hungry.”",
            [("Lena Orv, a nurse", "said", "“We are tired,” … “and we are hungry.”")],
        ),
        (
            "The minister said that talks had begun, and called on the militia to attend, but stressed that no date was set.",
            [
                ("The minister", "said", "that talks had begun"),
                ("The minister", "called on", "the militia to attend"),
                ("The minister", "stressed", "that no date was set"),
            ],
        ),
        (
            "She urged the court to hear the case and warned of a strike.",
            [("She", "urged", "the court to hear the case"), ("She", "warned of", "a strike")],
        ),
        (
            "The mayor said the road was open, while the police said it was closed.",
            [("The mayor", "said", "the road was open"), ("the police", "said", "it was closed")],
        ),
        (
            "Officials in Sund deny the report, and the mission confirms it.",
            [("Officials in Sund", "deny", "the report"), ("the mission", "confirms", "it")],
        ),
        (
            "The militia released four men on Sunday, saying that they were ill.",
            [("The militia", "saying", "that they were ill")],
        ),
        (
            "The driver, who asked not to be named, said that the bus was full.",
            [("The driver", "said", "that the bus was full")],
        ),
        (
            "A doctor who treated them told Radio Sund that both could walk.",
            [("A doctor who treated them", "told", "that both could walk")],
        ),
        (
            "Sund says the prisoners will be freed on condition that the port opens.",
            [("Sund", "says", "the prisoners will be freed on condition that the port opens")],
        ),
        ("As the minister put it, “the door is open”.", [("the minister", "put it", "“the door is open”")]),
        (
            "As Radio Sund reported on Monday, the mill has burned down.",
            [("Radio Sund", "reported", "the mill has burned down")],
        ),
        (
            "On Tuesday, however, the ministry’s spokeswoman, Ida Brann, said 15 people were still held.",
            [("the ministry’s spokeswoman, Ida Brann", "said", "15 people were still held")],
        ),
        ("Her brother insists he never signed.", [("Her brother", "insists", "he never signed")]),
        (
            "The ministry told families on Monday that the bodies would be returned.",
            [("The ministry", "told", "that the bodies would be returned")],
        ),
        (
            "Nothing has been signed, the Kravian side maintains.",
            [("the Kravian side", "maintains", "Nothing has been signed")],
        ),
        ("He said: “The list is ours.”", [("He", "said", "“The list is ours.”")]),
        (
            "The ministry of Ostrand declared the talks over.",
            [("The ministry of Ostrand", "declared", "the talks over")],
        ),
        ("The captain described the crew as exhausted.", [("The captain", "described", "the crew as exhausted")]),
        ("The premier dismissed the figure as invented.", [("The premier", "dismissed", "the figure as invented")]),
        ("Karvenia recognised four of the names.", [("Karvenia", "recognised", "four of the names")]),
        (
            "The militia claimed responsibility for the raid.",
            [("The militia", "claimed", "responsibility for the raid")],
        ),
        (
            "The Red Cross confirmed the release of nine men.",
            [("The Red Cross", "confirmed", "the release of nine men")],
        ),
        (
            "The army said on Monday it had lost contact with the post and would search at dawn.",
            [("The army", "said", "it had lost contact with the post and would search at dawn")],
        ),
        ("Minister: all hostages alive", [("Minister", ":", "all hostages alive")]),
        (
            "The army took back on Friday its claim that the ferry had carried weapons.",
            [("The army", "took back on Friday its claim", "that the ferry had carried weapons")],
        ),
        (
            "It acknowledges, however, that a unit has been moved.",
            [("It", "acknowledges", "that a unit has been moved")],
        ),
        (
            "A first group could cross on Sunday, he was quoted by the daily Kurier as saying.",
            [("he", "was quoted", "A first group could cross on Sunday")],
        ),
        (
            "Under a plan drawn up by the envoy, the wounded would go first.",
            [("the envoy", "drawn up by", "the wounded would go first")],
        ),
        (
            "He took back the threat but not, he insisted, the deadline.",
            [("He", "took back", "the threat"), ("he", "insisted", "but not … the deadline")],
        ),
        (
            "The owners say they knew of nothing, an account two drivers contradict.",
            [("The owners", "say", "they knew of nothing"), ("two drivers", "contradict", "an account")],
        ),
    ],
)
def test_each_construction_is_read(text, told):
    assert read(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The minister declined to comment.",
        "The minister would not say how many were held.",
        "The army gave no reason.",
        "The ministry has not said when the talks will begin.",
        "Nobody promised anything.",
        "It is said of the pass that it eats mules.",
        "Needless to say, the road is still closed.",
        "Asked how many had crossed, the officer shrugged.",
        "No one said that the boat had sunk.",
        "The mayor could not be reached for comment.",
        "The embassy did not reply to questions.",
        "A name that says nothing to anyone here.",
        "The ministry neither confirmed nor denied the report.",
        "The book is attributed to a monk of the abbey.",
        "The clock says noon.",
        "He refused to comment on the list.",
        "The spokesman offered no explanation.",
        "That goes without saying.",
        "The governor kept silent.",
        "Reports from the valley are scarce.",
        "The two states exchanged notes in May.",
        "The claims office opens at nine.",
        "He was asked about the list.",
        "There was no word from the militia.",
        "The reports were published in 2011.",
        "Whoever promised them that is not known.",
    ],
)
def test_what_nobody_says_is_no_statement(text):
    assert read(text) == []
