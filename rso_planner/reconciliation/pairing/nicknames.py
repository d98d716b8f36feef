"""Short forms of English given names: common knowledge, as far as it goes; a missing one costs a look by a person.

A short form may belong to several names. The forms of a name are forms of one another: Bill and Will both say
William.
"""

_FORMS = """
abigail abby abbie
albert al bert bertie
alexander alex al sandy alec xander
alexandra alex sandra alexa lexi
alfred alf alfie fred
alison ali allie
amanda mandy
andrew andy drew
anthony antony tony ant
archibald archie
arthur art artie
barbara barb babs
benjamin ben benny benji
bernard bernie
beverley bev
catherine katherine kathryn cathy kathy kate katie cath kath kay kitty
charles charlie chas chuck
charlotte charlie lottie
christine chris chrissie tina
christopher chris kit topher
clifford cliff
cynthia cindy
daniel dan danny
david dave davey davy dai
deborah debra deb debbie
dennis den denny
derek del
desmond des
donald don donny
dorothy dot dottie dolly
douglas doug dougie
edward ed eddie ted teddy ned
eleanor ellie nell nora
elizabeth liz lizzie beth betty eliza betsy libby bess lisa elsie
emily em emmy
eugene gene
florence flo florrie
frances fran frankie francesca
francis frank frankie
frederick frederic fred freddie freddy
gabriel gabe
geoffrey jeffrey geoff jeff
george georgie
gerald gerard gerry jerry ged
gillian gill jill
gordon gordie
graham graeme
gregory greg
harold harry hal
henry harry hal hank
herbert herb bert
hugh hughie huw
isabel isabelle isabella izzy bella
jacob jake
jacqueline jackie jacqui
james jim jimmy jamie jem
janet jan
jennifer jen jenny
jessica jess jessie
joanna joanne jo
john jon johnny jack
jonathan jon jonny
joseph joe joey jo
josephine jo josie
joshua josh
judith judy
julian jules
kenneth ken kenny
kimberley kim
lawrence laurence larry laurie
leonard len lenny leo
leslie les
lewis louis lou
lillian lily lil
louise lou
margaret maggie meg peggy marge madge greta
martin marty
mary molly polly
matthew mat matt
maureen mo
maurice morris mo
maxwell max
michael mick mike micky mickey mikey
mohammed muhammad mohammad mohamed muhammed mo
nathaniel nathan nat nate
nicholas nicolas nick nicky nico
nigel nige
norman norm
oliver olly ollie
pamela pam
patricia pat patsy trish tricia
patrick pat paddy
penelope penny
peter pete
philip phillip phil pip
rachel rach
raymond ray
rebecca becky becca
reginald reg reggie
richard rick ricky dick rich richie
robert rob bob bobby robbie bert
roger rodge
ronald ron ronnie
rosemary rose rosie
russell russ
samantha sam sammy
samuel sam sammy
sarah sara sally sadie
sebastian seb
sidney sid
stanley stan
stephanie steph
stephen steven steve stevie
stuart stewart stu
susan sue susie suzanne
terence terrence terry tel
theodore ted teddy theo
theresa teresa terry tess
thomas tom tommy
timothy tim timmy
trevor trev
valerie val
veronica ronnie
victor vic
victoria vicky vicki tori
vincent vince vinny
walter wally walt
wilfred wilf fred
william bill billy will willie willy liam
winifred winnie freda
yvonne von
zachary zac zach zak
"""

_NAMES_OF_FORM: dict[str, set[str]] = {}
for _line in _FORMS.split("\n"):
    for _form in _line.split():
        _NAMES_OF_FORM.setdefault(_form, set()).add(_line)


def are_forms_of_one_name(one: str, other: str) -> bool:
    """Tell whether two given names, as plain words, are forms of one name."""
    return not _NAMES_OF_FORM.get(one, set()).isdisjoint(_NAMES_OF_FORM.get(other, ()))
