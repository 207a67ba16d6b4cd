"""Countries and regions by their plain names, in the news or not. Knows no actor and no claim."""

#: Words, not names: of a name of several words the one that is no other word.
PLACES = frozenset(
    (  # noqa: SIM905 - read more easily as running words
        "abkhazia afghanistan africa alaska albania algeria america angola antarctica argentina armenia asia "
        "australia austria azerbaijan bahrain balkans baltic bangladesh belarus belgium bolivia bosnia "
        "botswana brazil britain bulgaria burma burundi cambodia cameroon canada caribbean catalonia caucasus "
        "chechnya chile china colombia congo crimea croatia cuba cyprus czechia denmark djibouti donbas "
        "dubai ecuador egypt england eritrea estonia eswatini ethiopia europe fiji finland france gabon gambia "
        "gaza georgia germany ghana gibraltar greece greenland guatemala guinea guyana haiti honduras hormuz "
        "hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kaliningrad "
        "kashmir kazakhstan kenya kosovo kurdistan kuwait kyrgyzstan laos latvia lebanon lesotho liberia "
        "libya lithuania luxembourg macau macedonia madagascar malawi malaysia maldives mali malta "
        "mauritania mauritius mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal "
        "netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines "
        "poland portugal qatar romania russia rwanda sahara sahel samoa scotland senegal serbia siberia "
        "singapore slovakia slovenia somalia spain sudan suriname svalbard sweden switzerland syria taiwan "
        "tajikistan tanzania thailand tibet togo tonga transnistria tunisia turkey turkmenistan uganda ukraine "
        "uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe"
    ).split()
)
