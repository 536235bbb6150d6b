<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy" sourcelanguage="en">
<context>
    <name>Answer</name>
    <message>
        <source>This is needed.</source>
        <extracomment>ui/answer/presenter.py</extracomment>
        <translation>Mae angen hwn.</translation>
    </message>
    <message>
        <source>Record answer</source>
        <extracomment>ui/answer/presenter.py</extracomment>
        <translation>Cofnodi ateb</translation>
    </message>
    <message>
        <source>Record answer, quote, {child}: {words}</source>
        <extracomment>ui/answer/presenter.py</extracomment>
        <translation>Cofnodi ateb, dyfyniad, {child}: {words}</translation>
    </message>
    <message>
        <source>Choose what we will do about it.</source>
        <extracomment>ui/answer/presenter.py</extracomment>
        <translation>Dewiswch beth a wnawn yn ei gylch.</translation>
    </message>
    <message>
        <source>Say what exactly, who, and by when.</source>
        <extracomment>ui/answer/presenter.py</extracomment>
        <translation>Dywedwch beth yn union, pwy, ac erbyn pryd.</translation>
    </message>
    <message>
        <source>Say why not, in words you would say to the child.</source>
        <extracomment>ui/answer/presenter.py</extracomment>
        <translation>Dywedwch pam ddim, mewn geiriau y byddech yn eu dweud wrth y plentyn.</translation>
    </message>
    <message>
        <source>{what} is after today. Check the year.</source>
        <extracomment>ui/answer/presenter.py</extracomment>
        <translation>Mae {what} ar ôl heddiw. Gwiriwch y flwyddyn.</translation>
    </message>
    <message>
        <source>This record isn’t on this laptop any more.</source>
        <extracomment>ui/answer/presenter.py</extracomment>
        <translation>Nid yw'r cofnod hwn ar y gliniadur hwn bellach.</translation>
    </message>
    <message>
        <source>This record needs a form that hasn’t arrived yet.</source>
        <extracomment>ui/answer/presenter.py</extracomment>
        <translation>Mae angen ffurflen nad yw wedi cyrraedd eto ar y cofnod hwn.</translation>
    </message>
    <message>
        <source>Goal {n}: {change}</source>
        <extracomment>ui/answer/presenter.py</extracomment>
        <translation>Nod {n}: {change}</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>ui/answer/view.py</extracomment>
        <translation>Gorffen</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>ui/answer/view.py</extracomment>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Finished. It will go by itself when there is a signal.</source>
        <extracomment>ui/answer/view.py</extracomment>
        <translation>Wedi gorffen. Bydd yn mynd ohono'i hun pan fydd signal.</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Something went wrong here. What you wrote is saved. Carry on, or open this page again.</source>
        <extracomment>ui/app.py</extracomment>
        <translation>Aeth rhywbeth o'i le yma. Mae'r hyn a ysgrifennoch wedi'i gadw. Ewch ymlaen, neu agorwch y dudalen hon eto.</translation>
    </message>
</context>
<context>
    <name>Begin</name>
    <message numerus="yes">
        <source>which family, {n} to choose from</source>
        <extracomment>ui/begin/view.py</extracomment>
        <translation>
            <numerusform>pa deulu, does dim i ddewis ohono</numerusform>
            <numerusform>pa deulu, {n} i ddewis ohonynt</numerusform>
            <numerusform>pa deulu, {n} i ddewis ohonynt</numerusform>
            <numerusform>pa deulu, {n} i ddewis ohonynt</numerusform>
            <numerusform>pa deulu, {n} i ddewis ohonynt</numerusform>
            <numerusform>pa deulu, {n} i ddewis ohonynt</numerusform>
        </translation>
    </message>
    <message>
        <source>Visit note</source>
        <extracomment>ui/begin/view.py</extracomment>
        <translation>Nodyn ymweliad</translation>
    </message>
    <message>
        <source>Direct work</source>
        <extracomment>ui/begin/view.py</extracomment>
        <translation>Gwaith uniongyrchol</translation>
    </message>
    <message>
        <source>Phone call or message</source>
        <extracomment>ui/begin/view.py</extracomment>
        <translation>Galwad ffôn neu neges</translation>
    </message>
    <message>
        <source>Early help assessment</source>
        <extracomment>ui/begin/view.py</extracomment>
        <translation>Asesiad cymorth cynnar</translation>
    </message>
    <message>
        <source>Quick jotting (no family yet)</source>
        <extracomment>ui/begin/view.py</extracomment>
        <translation>Nodyn cyflym (dim teulu eto)</translation>
    </message>
    <message>
        <source>Find a family</source>
        <extracomment>ui/begin/view.py</extracomment>
        <translation>Dod o hyd i deulu</translation>
    </message>
    <message>
        <source>Which family is it for?</source>
        <extracomment>ui/begin/view.py</extracomment>
        <translation>Ar gyfer pa deulu y mae?</translation>
    </message>
    <message>
        <source>Type a family's name</source>
        <extracomment>ui/begin/view.py</extracomment>
        <translation>Teipiwch enw teulu</translation>
    </message>
    <message>
        <source>No family here has that name.</source>
        <extracomment>ui/begin/view.py</extracomment>
        <translation>Does dim teulu yma â'r enw hwnnw.</translation>
    </message>
</context>
<context>
    <name>Beginning a note</name>
    <message>
        <source>never</source>
        <extracomment>commands/known_when_begun.py</extracomment>
        <translation>ddim erioed</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Quote, {who}: {quote}. {about}</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Dyfyniad, {who}: {quote}. {about}</translation>
    </message>
    <message>
        <source>Quote: {quote}. {about}</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Dyfyniad: {quote}. {about}</translation>
    </message>
    <message>
        <source>Fold {title}</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Plygu {title}</translation>
    </message>
    <message>
        <source>Move {title} up</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Symud {title} i fyny</translation>
    </message>
    <message>
        <source>Move {title} down</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Symud {title} i lawr</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Tynnu</translation>
    </message>
    <message>
        <source>Put back</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Rhoi'n ôl</translation>
    </message>
    <message>
        <source>Removed. Kept for 30 days.</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Wedi'i dynnu. Fe'i cedwir am 30 diwrnod.</translation>
    </message>
    <message>
        <source>Remove {title}</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Tynnu {title}</translation>
    </message>
    <message>
        <source>Goal {number}: {title}. {progress}</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Nod {number}: {title}. {progress}</translation>
    </message>
    <message>
        <source>Who will do what, by when</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Pwy fydd yn gwneud beth, erbyn pryd</translation>
    </message>
    <message>
        <source>added</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>ychwanegwyd</translation>
    </message>
    <message>
        <source>changed</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>newidiwyd</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Pam mae hyn yn bwysig</translation>
    </message>
    <message>
        <source>We will know it is better when</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Byddwn yn gwybod ei bod yn well pan</translation>
    </message>
    <message>
        <source>Open {title}</source>
        <extracomment>ui/kit/cards.py</extracomment>
        <translation>Agor {title}</translation>
    </message>
</context>
<context>
    <name>Child</name>
    <message>
        <source>Stop asking. Write down your question and the answer exactly. Do not promise secrecy. Ring your manager before you speak to a parent. Child in danger now: ring 999 first.</source>
        <extracomment>ui/child/afterwards.py</extracomment>
        <translation>Peidiwch â gofyn rhagor. Ysgrifennwch eich cwestiwn a'r ateb yn union. Peidiwch ag addo cadw cyfrinach. Ffoniwch eich rheolwr cyn siarad â rhiant. Plentyn mewn perygl nawr: ffoniwch 999 yn gyntaf.</translation>
    </message>
    <message>
        <source>What happens next, {child}</source>
        <extracomment>ui/child/afterwards_view.py</extracomment>
        <translation>Beth sy’n digwydd nesaf, {child}</translation>
    </message>
    <message>
        <source>Go on to the record</source>
        <extracomment>ui/child/afterwards_view.py</extracomment>
        <translation>Ymlaen i’r cofnod</translation>
    </message>
    <message>
        <source>What happens next</source>
        <extracomment>ui/child/afterwards_view.py</extracomment>
        <translation>Beth sy’n digwydd nesaf</translation>
    </message>
    <message>
        <source>Duty number: {number}</source>
        <extracomment>ui/child/afterwards_view.py</extracomment>
        <translation>Rhif dyletswydd: {number}</translation>
    </message>
    <message>
        <source>You may want to look at this again. It decides nothing.</source>
        <extracomment>ui/child/afterwards_view.py</extracomment>
        <translation>Efallai yr hoffech edrych ar hyn eto. Nid yw’n penderfynu dim.</translation>
    </message>
    <message numerus="yes">
        <source>{n} lines</source>
        <extracomment>ui/child/draw_canvas.py</extracomment>
        <translation>
            <numerusform>{n} llinell</numerusform>
            <numerusform>{n} llinell</numerusform>
            <numerusform>{n} linell</numerusform>
            <numerusform>{n} llinell</numerusform>
            <numerusform>{n} llinell</numerusform>
            <numerusform>{n} llinell</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys move the pencil. Space puts it on the paper and lifts it.</source>
        <extracomment>ui/child/draw_canvas.py</extracomment>
        <translation>Mae’r saethau’n symud y pensil. Mae Space yn ei roi ar y papur ac yn ei godi.</translation>
    </message>
    <message>
        <source>drawing</source>
        <extracomment>ui/child/draw_canvas.py</extracomment>
        <translation>llun</translation>
    </message>
    <message>
        <source>black</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>du</translation>
    </message>
    <message>
        <source>blue</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>glas</translation>
    </message>
    <message>
        <source>red</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>coch</translation>
    </message>
    <message>
        <source>green</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>gwyrdd</translation>
    </message>
    <message>
        <source>yellow</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>melyn</translation>
    </message>
    <message>
        <source>brown</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>brown</translation>
    </message>
    <message>
        <source>purple</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>porffor</translation>
    </message>
    <message>
        <source>pink</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>pinc</translation>
    </message>
    <message>
        <source>Every line is saved as you draw.</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>Mae pob llinell yn cael ei chadw wrth i ti dynnu llun.</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>Tudalen {number} o {count}</translation>
    </message>
    <message>
        <source>Pencil</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>Pensil</translation>
    </message>
    <message>
        <source>Thin</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>Tenau</translation>
    </message>
    <message>
        <source>Thick</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>Trwchus</translation>
    </message>
    <message>
        <source>Rubber</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>Rwber</translation>
    </message>
    <message>
        <source>New page</source>
        <extracomment>ui/child/drawing_desk.py</extracomment>
        <translation>Tudalen newydd</translation>
    </message>
    <message>
        <source>Something else</source>
        <extracomment>ui/child/feelings.py</extracomment>
        <translation>Rhywbeth arall</translation>
    </message>
    <message>
        <source>Hide</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Cuddio</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Dadwneud</translation>
    </message>
    <message>
        <source>Something else to do</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Rhywbeth arall i’w wneud</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Mwy</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Nesaf</translation>
    </message>
    <message>
        <source>Give it back</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Ei roi yn ôl</translation>
    </message>
    <message>
        <source>Not yet</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Ddim eto</translation>
    </message>
    <message>
        <source>That didn't work. Your picture is safe.</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Wnaeth hynny ddim gweithio. Mae dy lun yn ddiogel.</translation>
    </message>
    <message>
        <source>That is enough for today</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Dyna ddigon am heddiw</translation>
    </message>
    <message>
        <source>The worst it could be</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Y gwaethaf y gallai fod</translation>
    </message>
    <message>
        <source>The best it could be</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Y gorau y gallai fod</translation>
    </message>
    <message>
        <source>Move up</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Symud i fyny</translation>
    </message>
    <message>
        <source>Move down</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Symud i lawr</translation>
    </message>
    <message>
        <source>Somebody</source>
        <extracomment>ui/child/frame.py</extracomment>
        <translation>Rhywun</translation>
    </message>
    <message>
        <source>Write</source>
        <extracomment>ui/child/houses.py</extracomment>
        <translation>Ysgrifennu</translation>
    </message>
    <message>
        <source>Draw</source>
        <extracomment>ui/child/houses.py</extracomment>
        <translation>Tynnu llun</translation>
    </message>
    <message>
        <source>Up</source>
        <extracomment>ui/child/houses.py</extracomment>
        <translation>I fyny</translation>
    </message>
    <message>
        <source>Down</source>
        <extracomment>ui/child/houses.py</extracomment>
        <translation>I lawr</translation>
    </message>
    <message>
        <source>Write, {house}</source>
        <extracomment>ui/child/houses.py</extracomment>
        <translation>Ysgrifennu, {house}</translation>
    </message>
    <message>
        <source>Draw, {house}</source>
        <extracomment>ui/child/houses.py</extracomment>
        <translation>Tynnu llun, {house}</translation>
    </message>
    <message>
        <source>Up, {house}</source>
        <extracomment>ui/child/houses.py</extracomment>
        <translation>I fyny, {house}</translation>
    </message>
    <message>
        <source>Down, {house}</source>
        <extracomment>ui/child/houses.py</extracomment>
        <translation>I lawr, {house}</translation>
    </message>
    <message>
        <source>House before</source>
        <extracomment>ui/child/houses.py</extracomment>
        <translation>Y tŷ cynt</translation>
    </message>
    <message>
        <source>Next house</source>
        <extracomment>ui/child/houses.py</extracomment>
        <translation>Y tŷ nesaf</translation>
    </message>
    <message>
        <source>a drawing</source>
        <extracomment>ui/child/houses.py</extracomment>
        <translation>llun</translation>
    </message>
    <message>
        <source>empty</source>
        <extracomment>ui/child/houses.py</extracomment>
        <translation>gwag</translation>
    </message>
    <message numerus="yes">
        <source>That isn't it. {n} tries left.</source>
        <extracomment>ui/child/pin_pad.py</extracomment>
        <translation>
            <numerusform>Nid dyna fe. {n} cynnig ar ôl.</numerusform>
            <numerusform>Nid dyna fe. {n} cynnig ar ôl.</numerusform>
            <numerusform>Nid dyna fe. {n} gynnig ar ôl.</numerusform>
            <numerusform>Nid dyna fe. {n} chynnig ar ôl.</numerusform>
            <numerusform>Nid dyna fe. {n} chynnig ar ôl.</numerusform>
            <numerusform>Nid dyna fe. {n} cynnig ar ôl.</numerusform>
        </translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>ui/child/pin_pad.py</extracomment>
        <translation>Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Take it back</source>
        <extracomment>ui/child/pin_pad.py</extracomment>
        <translation>Ei gymryd yn ôl</translation>
    </message>
    <message>
        <source>began</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>dechrau</translation>
    </message>
    <message>
        <source>moved</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>symudwyd</translation>
    </message>
    <message>
        <source>pressed</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>pwyswyd</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>Wedi gorffen</translation>
    </message>
    <message>
        <source>What shall we do?</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>Beth wnawn ni?</translation>
    </message>
    <message>
        <source>That is fine. We can stop here.</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>Mae hynny’n iawn. Gallwn stopio yma.</translation>
    </message>
    <message>
        <source>Thank you, {child}. Pass it back to {worker}.</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>Diolch, {child}. Rho fe’n ôl i {worker}.</translation>
    </message>
    <message>
        <source>What goes in this house?</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>Beth sy’n mynd yn y tŷ hwn?</translation>
    </message>
    <message>
        <source>taken back</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>cymerwyd yn ôl</translation>
    </message>
    <message>
        <source>{child}: {activity}</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>{child}: {activity}</translation>
    </message>
    <message numerus="yes">
        <source>drawing, {n} lines</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>
            <numerusform>llun, {n} llinell</numerusform>
            <numerusform>llun, {n} llinell</numerusform>
            <numerusform>llun, {n} linell</numerusform>
            <numerusform>llun, {n} llinell</numerusform>
            <numerusform>llun, {n} llinell</numerusform>
            <numerusform>llun, {n} llinell</numerusform>
        </translation>
    </message>
    <message>
        <source>chose not to say</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>dewis peidio â dweud</translation>
    </message>
    <message>
        <source>{question} {number}</source>
        <extracomment>ui/child/presenter.py</extracomment>
        <translation>{question} {number}</translation>
    </message>
    <message>
        <source>{number}, on a ladder from {start} to {end}</source>
        <extracomment>ui/child/scale_steps.py</extracomment>
        <translation>{number}, ar ysgol o {start} i {end}</translation>
    </message>
    <message>
        <source>You go on with what was begun at {time}.</source>
        <extracomment>ui/child/setup.py</extracomment>
        <translation>Rydych yn mynd ymlaen â’r hyn a ddechreuwyd am {time}.</translation>
    </message>
    <message>
        <source>Direct work, set up</source>
        <extracomment>ui/child/setup.py</extracomment>
        <translation>Gwaith uniongyrchol, paratoi</translation>
    </message>
    <message>
        <source>Choose who you are with.</source>
        <extracomment>ui/child/setup.py</extracomment>
        <translation>Dewiswch gyda phwy rydych chi.</translation>
    </message>
    <message>
        <source>Direct work</source>
        <extracomment>ui/child/setup_view.py</extracomment>
        <translation>Gwaith uniongyrchol</translation>
    </message>
    <message>
        <source>Rehearse with an invented child</source>
        <extracomment>ui/child/setup_view.py</extracomment>
        <translation>Ymarfer gyda phlentyn dychmygol</translation>
    </message>
    <message>
        <source>Who are you with?</source>
        <extracomment>ui/child/setup_view.py</extracomment>
        <translation>Gyda phwy rydych chi?</translation>
    </message>
    <message>
        <source>Who can hear?</source>
        <extracomment>ui/child/setup_view.py</extracomment>
        <translation>Pwy sy’n gallu clywed?</translation>
    </message>
    <message>
        <source>Which language?</source>
        <extracomment>ui/child/setup_view.py</extracomment>
        <translation>Pa iaith?</translation>
    </message>
    <message>
        <source>What do you do together? It starts at once.</source>
        <extracomment>ui/child/setup_view.py</extracomment>
        <translation>Beth wnewch chi gyda’ch gilydd? Mae’n dechrau ar unwaith.</translation>
    </message>
    <message>
        <source>Every card has a place.</source>
        <extracomment>ui/child/sort_mat.py</extracomment>
        <translation>Mae lle i bob cerdyn.</translation>
    </message>
    <message>
        <source>{card}, take it up again</source>
        <extracomment>ui/child/sort_mat.py</extracomment>
        <translation>{card}, ei godi eto</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Find in this list</source>
        <extracomment>ui/kit/choices.py</extracomment>
        <translation>Chwilio yn y rhestr hon</translation>
    </message>
    <message>
        <source>Nothing in this list matches.</source>
        <extracomment>ui/kit/choices.py</extracomment>
        <translation>Does dim yn y rhestr hon yn cyfateb.</translation>
    </message>
</context>
<context>
    <name>Chronology</name>
    <message>
        <source>Home visit, {children}</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Ymweliad cartref, {children}</translation>
    </message>
    <message>
        <source>{child} not seen</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>ni welwyd {child}</translation>
    </message>
    <message>
        <source>Wishes and feelings</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Dymuniadau a theimladau</translation>
    </message>
    <message>
        <source>A child</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Plentyn</translation>
    </message>
    <message>
        <source>Assessment</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Asesiad</translation>
    </message>
    <message>
        <source>Plan</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Cynllun</translation>
    </message>
    <message>
        <source>{status}, level {level}</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>{status}, lefel {level}</translation>
    </message>
    <message>
        <source>no child</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>dim plentyn</translation>
    </message>
    <message>
        <source>{child} said</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Dywedodd {child}</translation>
    </message>
    <message>
        <source>{child} seen alone</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>gwelwyd {child} heb neb arall</translation>
    </message>
    <message>
        <source>{child} seen</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>gwelwyd {child}</translation>
    </message>
    <message>
        <source>{what} with {child}</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>{what} gyda {child}</translation>
    </message>
    <message>
        <source>{plan}, version {version}</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>{plan}, fersiwn {version}</translation>
    </message>
    <message>
        <source>Decision: {decided}</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Penderfyniad: {decided}</translation>
    </message>
    <message>
        <source>Decision</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Penderfyniad</translation>
    </message>
    <message>
        <source>Event</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Digwyddiad</translation>
    </message>
    <message>
        <source>both children</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>y ddau blentyn</translation>
    </message>
    <message numerus="yes">
        <source>all {number} children</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>
            <numerusform>dim plant</numerusform>
            <numerusform>y plentyn</numerusform>
            <numerusform>y ddau blentyn</numerusform>
            <numerusform>y tri phlentyn</numerusform>
            <numerusform>y chwe phlentyn</numerusform>
            <numerusform>y {n} plentyn</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer at the door</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Dim ateb wrth y drws</translation>
    </message>
    <message>
        <source>Home visit, at the door only</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Ymweliad cartref, wrth y drws yn unig</translation>
    </message>
    <message>
        <source>Level {level}.</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Lefel {level}.</translation>
    </message>
    <message>
        <source>Ended {day}.</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Daeth i ben {day}.</translation>
    </message>
    <message>
        <source>Source: {source}.</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Ffynhonnell: {source}.</translation>
    </message>
    <message>
        <source>Declined.</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Gwrthodwyd.</translation>
    </message>
    <message>
        <source>{child} wrote</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Ysgrifennodd {child}</translation>
    </message>
    <message>
        <source>{child} drew</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Tynnodd {child} lun</translation>
    </message>
    <message>
        <source>{child} showed</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Dangosodd {child}</translation>
    </message>
    <message numerus="yes">
        <source>{n} goals</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>
            <numerusform>dim nodau</numerusform>
            <numerusform>{n} nod</numerusform>
            <numerusform>{n} nod</numerusform>
            <numerusform>{n} nod</numerusform>
            <numerusform>{n} nod</numerusform>
            <numerusform>{n} nod</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actions</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>
            <numerusform>dim camau gweithredu</numerusform>
            <numerusform>{n} cam gweithredu</numerusform>
            <numerusform>{n} gam gweithredu</numerusform>
            <numerusform>{n} cham gweithredu</numerusform>
            <numerusform>{n} cham gweithredu</numerusform>
            <numerusform>{n} cam gweithredu</numerusform>
        </translation>
    </message>
    <message>
        <source>Proposed.</source>
        <extracomment>records/timeline.py</extracomment>
        <translation>Cynigiwyd.</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>Child protection visit</source>
        <extracomment>records/clocks.py</extracomment>
        <translation>Ymweliad amddiffyn plant</translation>
    </message>
    <message>
        <source>Child in need visit</source>
        <extracomment>records/clocks.py</extracomment>
        <translation>Ymweliad plentyn mewn angen</translation>
    </message>
    <message>
        <source>Looked-after visit</source>
        <extracomment>records/clocks.py</extracomment>
        <translation>Ymweliad plentyn sy'n derbyn gofal</translation>
    </message>
    <message>
        <source>Social work assessment</source>
        <extracomment>records/clocks.py</extracomment>
        <translation>Asesiad gwaith cymdeithasol</translation>
    </message>
    <message>
        <source>Assessment to share with the family</source>
        <extracomment>records/clocks.py</extracomment>
        <translation>Asesiad i'w rannu gyda'r teulu</translation>
    </message>
    <message>
        <source>First team around the child meeting</source>
        <extracomment>records/clocks.py</extracomment>
        <translation>Cyfarfod cyntaf y tîm o amgylch y plentyn</translation>
    </message>
    <message>
        <source>Yearly assessment</source>
        <extracomment>records/clocks.py</extracomment>
        <translation>Asesiad blynyddol</translation>
    </message>
    <message>
        <source>Core group</source>
        <extracomment>records/clocks.py</extracomment>
        <translation>Grŵp craidd</translation>
    </message>
    <message>
        <source>Review conference</source>
        <extracomment>records/clocks.py</extracomment>
        <translation>Cynhadledd adolygu</translation>
    </message>
    <message>
        <source>Initial conference</source>
        <extracomment>records/clocks.py</extracomment>
        <translation>Cynhadledd gychwynnol</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Passphrase</source>
        <extracomment>ui/cover/view.py</extracomment>
        <translation>Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>ui/cover/view.py</extracomment>
        <translation>Ymlaen</translation>
    </message>
    <message>
        <source>PIN</source>
        <extracomment>ui/cover/view.py</extracomment>
        <translation>PIN</translation>
    </message>
    <message>
        <source>That is not right. Try again.</source>
        <extracomment>ui/cover/view.py</extracomment>
        <translation>Nid yw hynny'n gywir. Rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>Checking</source>
        <extracomment>ui/cover/view.py</extracomment>
        <translation>Wrthi'n gwirio</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message numerus="yes">
        <source>{n} working days</source>
        <extracomment>records/dates.py</extracomment>
        <translation>
            <numerusform>dim diwrnod gwaith</numerusform>
            <numerusform>{n} diwrnod gwaith</numerusform>
            <numerusform>{n} ddiwrnod gwaith</numerusform>
            <numerusform>{n} diwrnod gwaith</numerusform>
            <numerusform>{n} diwrnod gwaith</numerusform>
            <numerusform>{n} diwrnod gwaith</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>due in {n} working days</source>
        <extracomment>records/dates.py</extracomment>
        <translation>
            <numerusform>i fod heddiw</numerusform>
            <numerusform>ymhen {n} diwrnod gwaith</numerusform>
            <numerusform>ymhen {n} ddiwrnod gwaith</numerusform>
            <numerusform>ymhen {n} diwrnod gwaith</numerusform>
            <numerusform>ymhen {n} diwrnod gwaith</numerusform>
            <numerusform>ymhen {n} diwrnod gwaith</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>records/dates.py</extracomment>
        <translation>heddiw</translation>
    </message>
    <message>
        <source>yesterday</source>
        <extracomment>records/dates.py</extracomment>
        <translation>ddoe</translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <extracomment>records/dates.py</extracomment>
        <translation>
            <numerusform>heddiw</numerusform>
            <numerusform>{n} diwrnod yn ôl</numerusform>
            <numerusform>{n} ddiwrnod yn ôl</numerusform>
            <numerusform>{n} diwrnod yn ôl</numerusform>
            <numerusform>{n} diwrnod yn ôl</numerusform>
            <numerusform>{n} diwrnod yn ôl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} weeks</source>
        <extracomment>records/dates.py</extracomment>
        <translation>
            <numerusform>dim wythnosau</numerusform>
            <numerusform>{n} wythnos</numerusform>
            <numerusform>{n} wythnos</numerusform>
            <numerusform>{n} wythnos</numerusform>
            <numerusform>{n} wythnos</numerusform>
            <numerusform>{n} wythnos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} months</source>
        <extracomment>records/dates.py</extracomment>
        <translation>
            <numerusform>llai na mis</numerusform>
            <numerusform>{n} mis</numerusform>
            <numerusform>{n} fis</numerusform>
            <numerusform>{n} mis</numerusform>
            <numerusform>{n} mis</numerusform>
            <numerusform>{n} mis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours</source>
        <extracomment>records/dates.py</extracomment>
        <translation>
            <numerusform>dim oriau</numerusform>
            <numerusform>{n} awr</numerusform>
            <numerusform>{n} awr</numerusform>
            <numerusform>{n} awr</numerusform>
            <numerusform>{n} awr</numerusform>
            <numerusform>{n} awr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late by {n} working days</source>
        <extracomment>records/dates.py</extracomment>
        <translation>
            <numerusform>yn hwyr</numerusform>
            <numerusform>{n} diwrnod gwaith yn hwyr</numerusform>
            <numerusform>{n} ddiwrnod gwaith yn hwyr</numerusform>
            <numerusform>{n} diwrnod gwaith yn hwyr</numerusform>
            <numerusform>{n} diwrnod gwaith yn hwyr</numerusform>
            <numerusform>{n} diwrnod gwaith yn hwyr</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <extracomment>records/dates.py</extracomment>
        <translation>i fod heddiw</translation>
    </message>
    <message>
        <source>no date to count from</source>
        <extracomment>records/dates.py</extracomment>
        <translation>dim dyddiad i gyfrif ohono</translation>
    </message>
    <message>
        <source>not known here</source>
        <extracomment>records/dates.py</extracomment>
        <translation>ddim yn hysbys yma</translation>
    </message>
    <message>
        <source>due {day}</source>
        <extracomment>records/dates.py</extracomment>
        <translation>disgwylir {day}</translation>
    </message>
    <message>
        <source>due</source>
        <extracomment>records/dates.py</extracomment>
        <translation>i fod</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Somebody</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>Rhywun</translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>Chi</translation>
    </message>
    <message>
        <source>{names} both changed {label}. Please choose.</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>{names}: newidiwyd {label} gan y ddau. Dewiswch.</translation>
    </message>
    <message>
        <source>Last decision, {day}. {decided}</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>Y penderfyniad diwethaf, {day}. {decided}</translation>
    </message>
    <message>
        <source>Until you decide, everyone sees {answer}</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>Nes i chi benderfynu, mae pawb yn gweld {answer}</translation>
    </message>
    <message>
        <source>{what}: {answer}. Chosen by {name} on {day}, over {others}.</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>{what}: {answer}. Dewiswyd gan {name} ar {day}, yn lle {others}.</translation>
    </message>
    <message>
        <source>{what}: {answer}. Chosen by {name} on {day}.</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>{what}: {answer}. Dewiswyd gan {name} ar {day}.</translation>
    </message>
    <message>
        <source>{remover} removed this; {changer} changed it. It is kept until you choose.</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>{remover}: tynnwyd hwn; {changer}: newidiwyd hwn. Fe'i cedwir nes i chi ddewis.</translation>
    </message>
    <message>
        <source>{label} has two values. Please choose.</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>{label}: dau werth. Dewiswch.</translation>
    </message>
    <message>
        <source>Last decision. {decided}</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>Y penderfyniad diwethaf. {decided}</translation>
    </message>
    <message>
        <source>Yes</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>Ie</translation>
    </message>
    <message>
        <source>no answer</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>dim ateb</translation>
    </message>
    <message>
        <source>Why: {why}</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>Pam: {why}</translation>
    </message>
    <message>
        <source>nothing</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>dim</translation>
    </message>
    <message>
        <source>you</source>
        <extracomment>records/decisions.py</extracomment>
        <translation>chi</translation>
    </message>
    <message>
        <source>The other version didn’t open fully. Decide later; both are safe.</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Nid agorodd y fersiwn arall yn llawn. Penderfynwch yn nes ymlaen; mae'r ddau'n ddiogel.</translation>
    </message>
    <message>
        <source>{whose}. Nothing has been lost. Both answers are kept.</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{whose}. Ni chollwyd dim. Mae'r ddau ateb wedi'u cadw.</translation>
    </message>
    <message>
        <source>Removed or kept</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Tynnu neu gadw</translation>
    </message>
    <message>
        <source>{title} has two answers</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{title}: dau ateb</translation>
    </message>
    <message>
        <source>{names} both changed {title}</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{names}: newidiwyd {title} gan y ddau</translation>
    </message>
    <message>
        <source>{names} changed {title}</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{names}: newidiwyd {title}</translation>
    </message>
    <message>
        <source>On this laptop</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>From {name}’s laptop</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>O liniadur {name}</translation>
    </message>
    <message>
        <source>{name} took out {what}</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{name}: tynnwyd {what}</translation>
    </message>
    <message>
        <source>{name} added {what}</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{name}: ychwanegwyd {what}</translation>
    </message>
    <message>
        <source>{name} took this out</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{name}: tynnwyd hwn</translation>
    </message>
    <message>
        <source>{name} set {what}</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{name}: gosodwyd {what}</translation>
    </message>
    <message>
        <source>{name} wrote this</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{name}: ysgrifennwyd hwn</translation>
    </message>
    <message numerus="yes">
        <source>two answers</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>
            <numerusform>dim atebion</numerusform>
            <numerusform>un ateb</numerusform>
            <numerusform>dau ateb</numerusform>
            <numerusform>tri ateb</numerusform>
            <numerusform>chwe ateb</numerusform>
            <numerusform>{n} ateb</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} answers</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{n} ateb</translation>
    </message>
    <message>
        <source>Next answer</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Yr ateb nesaf</translation>
    </message>
    <message>
        <source>Save decision</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Cadw'r penderfyniad</translation>
    </message>
    <message>
        <source>Removed it</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Wedi'i dynnu</translation>
    </message>
    <message>
        <source>Changed it</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Wedi'i newid</translation>
    </message>
    <message>
        <source>Remove it</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Ei dynnu</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Ei gadw</translation>
    </message>
    <message>
        <source>No answer</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Dim ateb</translation>
    </message>
    <message>
        <source>Use my answer</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Defnyddio fy ateb i</translation>
    </message>
    <message>
        <source>Use {name}’s answer</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Defnyddio ateb {name}</translation>
    </message>
    <message>
        <source>{name} took out {what}. It stays, because it was changed meanwhile.</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{name}: tynnwyd {what}. Mae'n aros, am iddo gael ei newid yn y cyfamser.</translation>
    </message>
    <message>
        <source>{name} changed this</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{name}: newidiwyd hwn</translation>
    </message>
    <message>
        <source>{answer} shown</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>dangosir {answer}</translation>
    </message>
    <message>
        <source>Choose the answer that should stand.</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Dewiswch yr ateb a ddylai sefyll.</translation>
    </message>
    <message>
        <source>Write the answer that should stand.</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Ysgrifennwch yr ateb a ddylai sefyll.</translation>
    </message>
    <message>
        <source>{what} Chosen by {name}.</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>{what} Dewiswyd gan {name}.</translation>
    </message>
    <message>
        <source>Both accounts stand</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Mae'r ddau adroddiad yn sefyll</translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Angen eich penderfyniad</translation>
    </message>
    <message>
        <source>Nothing needs a decision.</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Does dim angen penderfyniad ar ddim.</translation>
    </message>
    <message>
        <source>Needs your decision, nothing to decide</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Angen eich penderfyniad, dim i'w benderfynu</translation>
    </message>
    <message>
        <source>Saved here now. Sent when you are online.</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Cedwir yma nawr. Anfonir pan fyddwch ar-lein.</translation>
    </message>
    <message>
        <source>Choose an answer first.</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Dewiswch ateb yn gyntaf.</translation>
    </message>
    <message>
        <source>Say why in one line. It is kept with the decision.</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Dywedwch pam mewn un llinell. Fe'i cedwir gyda'r penderfyniad.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Wedi'i dynnu.</translation>
    </message>
    <message>
        <source>Kept, with the change.</source>
        <extracomment>ui/decisions/presenter.py</extracomment>
        <translation>Wedi'i gadw, gyda'r newid.</translation>
    </message>
    <message>
        <source>Why?</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Pam?</translation>
    </message>
    <message>
        <source>Decide later</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Penderfynu yn nes ymlaen</translation>
    </message>
    <message>
        <source>Something else</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Rhywbeth arall</translation>
    </message>
    <message>
        <source>Your new answer</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Eich ateb newydd</translation>
    </message>
    <message>
        <source>Decision saved on this laptop.</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Penderfyniad wedi'i gadw ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>One line, kept with the decision</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Un llinell, a gedwir gyda'r penderfyniad</translation>
    </message>
    <message>
        <source>Needs your choice</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Angen eich dewis</translation>
    </message>
    <message>
        <source>Kept both for you</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Cadwyd y ddau i chi</translation>
    </message>
    <message>
        <source>Joined with no clash</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Cyfunwyd heb wrthdaro</translation>
    </message>
    <message>
        <source>Write a new answer that takes both into account</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Ysgrifennwch ateb newydd sy'n ystyried y ddau</translation>
    </message>
    <message>
        <source>Add a line to explain</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Ychwanegu llinell i egluro</translation>
    </message>
    <message>
        <source>Before either change there was no answer.</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Cyn y naill newid na'r llall doedd dim ateb.</translation>
    </message>
    <message>
        <source>The record will say</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Bydd y cofnod yn dweud</translation>
    </message>
    <message>
        <source>The more cautious answer is shown meanwhile.</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Yn y cyfamser dangosir yr ateb mwyaf gofalus.</translation>
    </message>
    <message>
        <source>Before either change it said</source>
        <extracomment>ui/decisions/view.py</extracomment>
        <translation>Cyn y naill newid na'r llall roedd yn dweud</translation>
    </message>
    <message>
        <source>everyone sees</source>
        <translation type="vanished">mae pawb yn gweld</translation>
    </message>
    <message>
        <source>and</source>
        <translation type="vanished">a</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>Removed {when}</source>
        <extracomment>ui/drafts/presenter.py</extracomment>
        <translation>Tynnwyd {when}</translation>
    </message>
    <message numerus="yes">
        <source>Kept for {n} more days</source>
        <extracomment>ui/drafts/presenter.py</extracomment>
        <translation>
            <numerusform>Fe'i cedwir tan heddiw</numerusform>
            <numerusform>Fe'i cedwir am {n} diwrnod arall</numerusform>
            <numerusform>Fe'i cedwir am {n} ddiwrnod arall</numerusform>
            <numerusform>Fe'i cedwir am {n} diwrnod arall</numerusform>
            <numerusform>Fe'i cedwir am {n} diwrnod arall</numerusform>
            <numerusform>Fe'i cedwir am {n} diwrnod arall</numerusform>
        </translation>
    </message>
    <message>
        <source>No drafts. What you begin and do not finish waits here.</source>
        <extracomment>ui/drafts/presenter.py</extracomment>
        <translation>Dim drafftiau. Bydd yr hyn a ddechreuwch heb ei orffen yn aros yma.</translation>
    </message>
    <message>
        <source>Two unfinished notes: {title}. Look at both before you finish one.</source>
        <extracomment>ui/drafts/presenter.py</extracomment>
        <translation>Dau nodyn heb eu gorffen: {title}. Edrychwch ar y ddau cyn gorffen un.</translation>
    </message>
    <message>
        <source>Another draft of this note is open. Finish or remove that one first.</source>
        <extracomment>ui/drafts/presenter.py</extracomment>
        <translation>Mae drafft arall o'r nodyn hwn ar agor. Gorffennwch neu tynnwch hwnnw'n gyntaf.</translation>
    </message>
    <message>
        <source>No family yet</source>
        <extracomment>ui/drafts/presenter.py</extracomment>
        <translation>Dim teulu eto</translation>
    </message>
    <message>
        <source>Kept after the laptop stopped</source>
        <extracomment>ui/drafts/presenter.py</extracomment>
        <translation>Fe'i cadwyd ar ôl i'r gliniadur stopio</translation>
    </message>
    <message>
        <source>Changes a saved note</source>
        <extracomment>ui/drafts/presenter.py</extracomment>
        <translation>Yn newid nodyn a gadwyd</translation>
    </message>
    <message>
        <source>Last saved {when}</source>
        <extracomment>ui/drafts/presenter.py</extracomment>
        <translation>Cadwyd ddiwethaf {when}</translation>
    </message>
    <message>
        <source>Begun {when}</source>
        <extracomment>ui/drafts/presenter.py</extracomment>
        <translation>Dechreuwyd {when}</translation>
    </message>
    <message>
        <source>Drafts, {n}</source>
        <extracomment>ui/drafts/presenter.py</extracomment>
        <translation>Drafftiau, {n}</translation>
    </message>
    <message>
        <source>Drafts, none</source>
        <extracomment>ui/drafts/presenter.py</extracomment>
        <translation>Drafftiau, dim</translation>
    </message>
    <message>
        <source>Drafts</source>
        <extracomment>ui/drafts/view.py</extracomment>
        <translation>Drafftiau</translation>
    </message>
    <message>
        <source>Drafts stay on this laptop until you finish them.</source>
        <extracomment>ui/drafts/view.py</extracomment>
        <translation>Mae drafftiau'n aros ar y gliniadur hwn nes i chi eu gorffen.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <extracomment>ui/drafts/view.py</extracomment>
        <translation>Parhau i ysgrifennu</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>ui/drafts/view.py</extracomment>
        <translation>Tynnu</translation>
    </message>
    <message>
        <source>Put back</source>
        <extracomment>ui/drafts/view.py</extracomment>
        <translation>Rhoi'n ôl</translation>
    </message>
    <message>
        <source>Removed. It is kept for 30 days.</source>
        <extracomment>ui/drafts/view.py</extracomment>
        <translation>Wedi'i dynnu. Fe'i cedwir am 30 diwrnod.</translation>
    </message>
    <message>
        <source>{title} is back among your drafts.</source>
        <extracomment>ui/drafts/view.py</extracomment>
        <translation>Mae {title} yn ôl ymhlith eich drafftiau.</translation>
    </message>
    <message>
        <source>Removed, and can be put back</source>
        <extracomment>ui/drafts/view.py</extracomment>
        <translation>Wedi'u tynnu, a gellir eu rhoi'n ôl</translation>
    </message>
    <message>
        <source>A removed draft is kept for 30 days.</source>
        <extracomment>ui/drafts/view.py</extracomment>
        <translation>Cedwir drafft a dynnwyd am 30 diwrnod.</translation>
    </message>
    <message>
        <source>You stopped at “{question}”.</source>
        <extracomment>ui/pages/stopped.py</extracomment>
        <translation>Stopioch chi wrth “{question}”.</translation>
    </message>
    <message>
        <source>You stopped at {child}, “{question}”.</source>
        <extracomment>ui/pages/stopped.py</extracomment>
        <translation>Stopioch chi wrth {child}, “{question}”.</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>ui/rooms.py</extracomment>
        <translation>Dadwneud</translation>
    </message>
</context>
<context>
    <name>Early help</name>
    <message>
        <source>{done} of {all} done</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>{done} o {all} wedi'u gwneud</translation>
    </message>
    <message>
        <source>Not decided yet. Ask your manager first if you think this should step up or close.</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Heb ei benderfynu eto. Gofynnwch i'ch rheolwr yn gyntaf os credwch y dylai hyn gamu i fyny neu gau.</translation>
    </message>
    <message>
        <source>Family</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Teulu</translation>
    </message>
    <message>
        <source>Beginning together</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Dechrau gyda'n gilydd</translation>
    </message>
    <message>
        <source>Each child</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Pob plentyn</translation>
    </message>
    <message>
        <source>What it all means</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Beth mae'r cyfan yn ei olygu</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Wedi'i wneud</translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Wedi dechrau</translation>
    </message>
    <message>
        <source>Not started</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Heb ddechrau</translation>
    </message>
    <message>
        <source>None yet</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Dim eto</translation>
    </message>
    <message>
        <source>Not needed</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Dim angen</translation>
    </message>
    <message>
        <source>{child} {progress}</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>{child} {progress}</translation>
    </message>
    <message>
        <source>Before birth</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Cyn geni</translation>
    </message>
    <message>
        <source>In their own words</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Yn eu geiriau eu hunain</translation>
    </message>
    <message>
        <source>An ordinary day</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Diwrnod arferol</translation>
    </message>
    <message>
        <source>Looking after others</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Gofalu am eraill</translation>
    </message>
    <message>
        <source>Agrees to this help</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Yn cytuno i'r cymorth hwn</translation>
    </message>
    <message>
        <source>What this child needs</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Anghenion y plentyn hwn</translation>
    </message>
    <message>
        <source>Continue: {place}</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Parhau: {place}</translation>
    </message>
    <message>
        <source>Check and finish</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Gwirio a gorffen</translation>
    </message>
    <message>
        <source>Look back</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Edrych yn ôl</translation>
    </message>
    <message>
        <source>Earlier help is not written about yet</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Does dim wedi'i ysgrifennu am gymorth cynharach eto</translation>
    </message>
    <message>
        <source>{person} has not been asked yet.</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Ni ofynnwyd i {person} eto.</translation>
    </message>
    <message>
        <source>Share with {agencies}.</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Rhannu gyda: {agencies}.</translation>
    </message>
    <message>
        <source>Somebody must not be told. It is in the assessment, restricted.</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Mae rhywun na ddylai gael gwybod. Mae hyn yn yr asesiad, yn gyfyngedig.</translation>
    </message>
    <message>
        <source>Per child</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Fesul plentyn</translation>
    </message>
    <message>
        <source>Hear from {child}</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Clywed gan {child}</translation>
    </message>
    <message>
        <source>No words from {child} yet</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Dim geiriau gan {child} eto</translation>
    </message>
    <message numerus="yes">
        <source>{n} more sections for {whose}</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>
            <numerusform>Dim rhagor o adrannau ar gyfer {whose}</numerusform>
            <numerusform>{n} adran arall ar gyfer {whose}</numerusform>
            <numerusform>{n} adran arall ar gyfer {whose}</numerusform>
            <numerusform>{n} adran arall ar gyfer {whose}</numerusform>
            <numerusform>{n} adran arall ar gyfer {whose}</numerusform>
            <numerusform>{n} adran arall ar gyfer {whose}</numerusform>
        </translation>
    </message>
    <message>
        <source>About {minutes} minutes</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Tua {minutes} munud</translation>
    </message>
    <message>
        <source>{person} does not agree.</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Nid yw {person} yn cytuno.</translation>
    </message>
    <message>
        <source>{person} agrees in part.</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Mae {person} yn cytuno'n rhannol.</translation>
    </message>
    <message>
        <source>{person} agreed.</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>Mae {person} wedi cytuno.</translation>
    </message>
    <message>
        <source>the family</source>
        <extracomment>ui/early_help/presenter.py</extracomment>
        <translation>y teulu</translation>
    </message>
    <message>
        <source>Each child has their own assessment.</source>
        <extracomment>ui/early_help/view.py</extracomment>
        <translation>Mae gan bob plentyn ei asesiad ei hun.</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>ui/early_help/view.py</extracomment>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Direct work</source>
        <extracomment>ui/early_help/view.py</extracomment>
        <translation>Gwaith uniongyrchol</translation>
    </message>
    <message>
        <source>Before this can be finished</source>
        <extracomment>ui/early_help/view.py</extracomment>
        <translation>Cyn y gellir gorffen hwn</translation>
    </message>
    <message>
        <source>You can stop at any point. Nothing is lost.</source>
        <extracomment>ui/early_help/view.py</extracomment>
        <translation>Gallwch stopio unrhyw bryd. Ni chollir dim.</translation>
    </message>
    <message>
        <source>Agreed with the family</source>
        <extracomment>ui/early_help/view.py</extracomment>
        <translation>Cytunwyd gyda'r teulu</translation>
    </message>
    <message>
        <source>Level of help</source>
        <extracomment>ui/early_help/view.py</extracomment>
        <translation>Lefel y cymorth</translation>
    </message>
</context>
<context>
    <name>Editors</name>
    <message>
        <source>Their words</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Eu geiriau nhw</translation>
    </message>
    <message>
        <source>What I saw</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Beth welais i</translation>
    </message>
    <message>
        <source>What I think</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Beth rwy'n ei feddwl</translation>
    </message>
    <message>
        <source>Exactly as said. Your questions can go in [brackets].</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Yn union fel y'i dywedwyd. Gall eich cwestiynau fynd mewn [bachau].</translation>
    </message>
    <message>
        <source>What a camera would have seen.</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Yr hyn y byddai camera wedi'i weld.</translation>
    </message>
    <message>
        <source>Your view, kept apart from the facts.</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Eich barn chi, ar wahân i'r ffeithiau.</translation>
    </message>
    <message>
        <source>{child}’s words</source>
        <extracomment>ui/kit/editors.py</extracomment>
        <translation>Geiriau {child}</translation>
    </message>
    <message>
        <source>What {worker} saw</source>
        <extracomment>ui/kit/editors.py</extracomment>
        <translation>Beth welodd {worker}</translation>
    </message>
    <message>
        <source>What {worker} thinks</source>
        <extracomment>ui/kit/editors.py</extracomment>
        <translation>Beth mae {worker} yn ei feddwl</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Something went wrong here. Nothing was changed. Try again, or ring support with code {code}.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Aeth rhywbeth o'i le yma. Ni newidiwyd dim. Rhowch gynnig arall arni, neu ffoniwch y tîm cymorth gyda'r cod {code}.</translation>
    </message>
    <message>
        <source>Your families are arriving. You can start; they follow.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Mae eich teuluoedd yn cyrraedd. Gallwch ddechrau; byddant yn dilyn.</translation>
    </message>
    <message>
        <source>That code didn't work. Ask your manager for a new one.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Ni weithiodd y cod hwnnw. Gofynnwch i'ch rheolwr am un newydd.</translation>
    </message>
    <message>
        <source>The code has 10 characters. Type both groups of five.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Mae 10 nod yn y cod. Teipiwch y ddau grŵp o bump.</translation>
    </message>
    <message>
        <source>Setting up needs a signal once. After this you can work without one.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Mae angen signal unwaith i osod hyn. Wedyn gallwch weithio heb un.</translation>
    </message>
    <message>
        <source>Nobody answers at that address. Check it with your manager.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Does neb yn ateb yn y cyfeiriad hwnnw. Gwiriwch ef gyda'ch rheolwr.</translation>
    </message>
    <message>
        <source>Too easy to guess. Use the four words, or at least 12 characters.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Rhy hawdd ei ddyfalu. Defnyddiwch y pedwar gair, neu o leiaf 12 nod.</translation>
    </message>
    <message>
        <source>Choose four digits.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Dewiswch bedwar digid.</translation>
    </message>
    <message>
        <source>A family</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Teulu</translation>
    </message>
    <message>
        <source>The signal went. {ready} of {of} families are ready. The rest will follow.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Collwyd y signal. Mae {ready} o {of} teulu yn barod. Bydd y gweddill yn dilyn.</translation>
    </message>
    <message>
        <source>The signal went. Your families will follow by themselves.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Collwyd y signal. Bydd eich teuluoedd yn dilyn ohonynt eu hunain.</translation>
    </message>
    <message>
        <source>Asking which families are yours.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Yn holi pa deuluoedd sy'n eiddo i chi.</translation>
    </message>
    <message>
        <source>No families yet. They appear here when your manager gives you one.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Dim teuluoedd eto. Byddant yn ymddangos yma pan fydd eich rheolwr yn rhoi un i chi.</translation>
    </message>
    <message numerus="yes">
        <source>All {n} families are ready. You can start.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>
            <numerusform>Does dim teulu'n barod eto.</numerusform>
            <numerusform>Mae {n} teulu'n barod. Gallwch ddechrau.</numerusform>
            <numerusform>Mae'r {n} deulu'n barod. Gallwch ddechrau.</numerusform>
            <numerusform>Mae'r {n} theulu'n barod. Gallwch ddechrau.</numerusform>
            <numerusform>Mae'r {n} theulu'n barod. Gallwch ddechrau.</numerusform>
            <numerusform>Mae'r {n} teulu'n barod. Gallwch ddechrau.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is ready. You can start.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Mae {name} yn barod. Gallwch ddechrau.</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Iaith</translation>
    </message>
    <message>
        <source>Your code</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Eich cod</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Dewis cyfrinymadrodd</translation>
    </message>
    <message>
        <source>If you forget it</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Os byddwch yn ei anghofio</translation>
    </message>
    <message>
        <source>Pass-back PIN</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>PIN rhoi'n ôl</translation>
    </message>
    <message>
        <source>First download</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Y lawrlwytho cyntaf</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Ymlaen</translation>
    </message>
    <message>
        <source>Which language?</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Pa iaith?</translation>
    </message>
    <message>
        <source>Address of your organisation's service</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Cyfeiriad gwasanaeth eich sefydliad</translation>
    </message>
    <message>
        <source>Type the 10-character code from your manager</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Teipiwch y cod 10 nod gan eich rheolwr</translation>
    </message>
    <message>
        <source>Use this code</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Defnyddio'r cod hwn</translation>
    </message>
    <message>
        <source>Use these words</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Defnyddio'r geiriau hyn</translation>
    </message>
    <message>
        <source>Four other words</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Pedwar gair arall</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Dangos</translation>
    </message>
    <message>
        <source>Show passphrase</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Dangos y cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Eich cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Defnyddio'r cyfrinymadrodd hwn</translation>
    </message>
    <message>
        <source>I have read this</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Rwyf wedi darllen hwn</translation>
    </message>
    <message>
        <source>Four digits</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Pedwar digid</translation>
    </message>
    <message>
        <source>Use this PIN</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Defnyddio'r PIN hwn</translation>
    </message>
    <message>
        <source>Ask for the passphrase instead</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Gofyn am y cyfrinymadrodd yn lle hynny</translation>
    </message>
    <message>
        <source>Start</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Dechrau</translation>
    </message>
    <message>
        <source>Hello {name}. This passphrase opens this laptop, with or without a signal. Only you know it.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Helô {name}. Mae'r cyfrinymadrodd hwn yn agor y gliniadur hwn, gyda signal neu hebddo. Dim ond chi sy'n ei wybod.</translation>
    </message>
    <message>
        <source>{name}, ready</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>{name}, yn barod</translation>
    </message>
    <message>
        <source>{name}, arriving</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>{name}, yn cyrraedd</translation>
    </message>
    <message>
        <source>{name}, waiting</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>{name}, yn aros</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Maint y testun</translation>
    </message>
    <message>
        <source>Contrast</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Cyferbyniad</translation>
    </message>
    <message>
        <source>Your manager gives it with the code. It begins with https://</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Bydd eich rheolwr yn ei roi gyda'r cod. Mae'n dechrau gyda https://</translation>
    </message>
    <message>
        <source>Two groups of five. O and 0, I and 1 count as the same.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Dau grŵp o bump. Mae O a 0, I ac 1 yn cyfrif yr un fath.</translation>
    </message>
    <message>
        <source>At least 12 characters or four words. Pasting is fine. Nothing else is asked of it.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>O leiaf 12 nod neu bedwar gair. Mae'n iawn gludo. Does dim arall yn ofynnol.</translation>
    </message>
    <message>
        <source>Hide</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Cuddio</translation>
    </message>
    <message>
        <source>This is not a key. It only guards the screen.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Nid allwedd yw hwn. Dim ond gwarchod y sgrin y mae.</translation>
    </message>
    <message>
        <source>You type it when a child gives the laptop back, and when you come back to a hidden screen.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Byddwch yn ei deipio pan fydd plentyn yn rhoi'r gliniadur yn ôl, a phan ddewch yn ôl at sgrin gudd.</translation>
    </message>
    <message>
        <source>Checking the code</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Wrthi'n gwirio'r cod</translation>
    </message>
    <message>
        <source>Sealing</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Wrthi'n selio</translation>
    </message>
    <message>
        <source>Two key holders in your organisation, together, can reopen this laptop. Nobody can do it alone, and you will be told.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Gall dau ddeiliad allwedd yn eich sefydliad, gyda'i gilydd, ailagor y gliniadur hwn. All neb ei wneud ar ei ben ei hun, a chewch wybod.</translation>
    </message>
    <message>
        <source>Nobody can reopen this laptop without your passphrase: your organisation has no key holders yet. What was sent stays safe at the service.</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>All neb ailagor y gliniadur hwn heb eich cyfrinymadrodd: nid oes gan eich sefydliad ddeiliaid allwedd eto. Mae'r hyn a anfonwyd yn ddiogel yn y gwasanaeth.</translation>
    </message>
    <message>
        <source>Setting up Fieldapp</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Gosod Fieldapp</translation>
    </message>
    <message>
        <source>{n} %</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Golau</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Cyferbyniad uchel</translation>
    </message>
    <message>
        <source>Four random words nobody chose</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Pedwar gair ar hap na ddewisodd neb</translation>
    </message>
    <message>
        <source>Strong enough</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Digon cryf</translation>
    </message>
    <message>
        <source>Too easy to guess</source>
        <extracomment>ui/enrol/view.py</extracomment>
        <translation>Rhy hawdd ei ddyfalu</translation>
    </message>
</context>
<context>
    <name>Everywhere</name>
    <message>
        <source>Something went wrong in this laptop's store. What you saved is safe.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Aeth rhywbeth o'i le yn storfa'r gliniadur hwn. Mae'r hyn a gadwoch yn ddiogel.</translation>
    </message>
    <message>
        <source>Ring support with the code.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Ffoniwch y tîm cymorth gyda'r cod.</translation>
    </message>
    <message>
        <source>Fieldapp can't find this laptop's store. Nothing has been changed.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Ni all Fieldapp ddod o hyd i storfa'r gliniadur hwn. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>Ring support with the code. Do not delete anything.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Ffoniwch y tîm cymorth gyda'r cod. Peidiwch â dileu dim.</translation>
    </message>
    <message>
        <source>There is already a store here. It was left as it is.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Mae storfa yma eisoes. Fe'i gadawyd fel y mae.</translation>
    </message>
    <message>
        <source>Unlock the store that is there.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Datglowch y storfa sydd yno.</translation>
    </message>
    <message>
        <source>This laptop's store isn't encrypted, so Fieldapp won't open it. Nothing has been changed.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Nid yw storfa'r gliniadur hwn wedi'i hamgryptio, felly ni fydd Fieldapp yn ei hagor. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>This installation of Fieldapp lacks its encryption, so it won't open the store.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Nid oes amgryptio yn y gosodiad hwn o Fieldapp, felly ni fydd yn agor y storfa.</translation>
    </message>
    <message>
        <source>Install Fieldapp again. The store stays as it is.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Gosodwch Fieldapp eto. Mae'r storfa'n aros fel y mae.</translation>
    </message>
    <message>
        <source>The store doesn't open with its key. Nothing has been changed.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Nid yw'r storfa'n agor gyda'i hallwedd. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>Part of this laptop's store is damaged. Nothing has been changed.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Mae rhan o storfa'r gliniadur hwn wedi'i difrodi. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>A newer Fieldapp has used this store. This older one leaves it alone.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Mae fersiwn mwy newydd o Fieldapp wedi defnyddio'r storfa hon. Mae'r un hŷn hwn yn gadael llonydd iddi.</translation>
    </message>
    <message>
        <source>Start the newer Fieldapp.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Dechreuwch y fersiwn mwy newydd o Fieldapp.</translation>
    </message>
    <message>
        <source>Fieldapp is already open on this laptop.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Mae Fieldapp eisoes ar agor ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>Go to the window that is open.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Ewch i'r ffenestr sydd ar agor.</translation>
    </message>
    <message>
        <source>Not saved yet. This laptop's disk is full. Keep this window open; Fieldapp keeps trying.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Heb ei gadw eto. Mae disg y gliniadur hwn yn llawn. Cadwch y ffenestr hon ar agor; mae Fieldapp yn dal i geisio.</translation>
    </message>
    <message>
        <source>Free some space: empty the bin, or remove large files that are not Fieldapp's.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Rhyddhewch le: gwagiwch y bin, neu tynnwch ffeiliau mawr nad ydynt yn perthyn i Fieldapp.</translation>
    </message>
    <message>
        <source>Not saved yet. The disk didn't take it. Keep this window open; Fieldapp keeps trying.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Heb ei gadw eto. Ni dderbyniodd y ddisg ef. Cadwch y ffenestr hon ar agor; mae Fieldapp yn dal i geisio.</translation>
    </message>
    <message>
        <source>If it goes on, ring support with the code before closing Fieldapp.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Os bydd yn parhau, ffoniwch y tîm cymorth gyda'r cod cyn cau Fieldapp.</translation>
    </message>
    <message>
        <source>This draft belongs to another note. It was left as it is.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Mae'r drafft hwn yn perthyn i nodyn arall. Fe'i gadawyd fel y mae.</translation>
    </message>
    <message>
        <source>Open it from Drafts.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Agorwch ef o Drafftiau.</translation>
    </message>
    <message>
        <source>This draft was already finished or removed.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Gorffennwyd neu tynnwyd y drafft hwn eisoes.</translation>
    </message>
    <message>
        <source>Look in the family file, or under Put back.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Edrychwch yn ffeil y teulu, neu o dan Rhoi'n ôl.</translation>
    </message>
    <message>
        <source>This laptop isn't set up for you yet.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Nid yw'r gliniadur hwn wedi'i osod i chi eto.</translation>
    </message>
    <message>
        <source>Set it up with a code from your manager.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Gosodwch ef gyda chod gan eich rheolwr.</translation>
    </message>
    <message>
        <source>Fieldapp can't find the key for this laptop's store. Nothing has been changed.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Ni all Fieldapp ddod o hyd i'r allwedd i storfa'r gliniadur hwn. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>Too easy to guess.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Rhy hawdd ei ddyfalu.</translation>
    </message>
    <message>
        <source>Use four random words, or at least 12 characters.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Defnyddiwch bedwar gair ar hap, neu o leiaf 12 nod.</translation>
    </message>
    <message>
        <source>That passphrase isn't right. Try again.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Nid yw'r cyfrinymadrodd hwnnw'n gywir. Rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>Wait, then try again. Nothing is deleted, however many times you try.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Arhoswch, yna rhowch gynnig arall arni. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</translation>
    </message>
    <message>
        <source>Wait.</source>
        <extracomment>store/errors.py</extracomment>
        <translation>Arhoswch.</translation>
    </message>
    <message>
        <source>That can't be done here.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Ni ellir gwneud hynny yma.</translation>
    </message>
    <message>
        <source>This form hasn't arrived on this laptop yet. It comes with the next contact.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Nid yw'r ffurflen hon wedi cyrraedd y gliniadur hwn eto. Daw gyda'r cyswllt nesaf.</translation>
    </message>
    <message>
        <source>Try again after the next contact.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Rhowch gynnig arall arni ar ôl y cyswllt nesaf.</translation>
    </message>
    <message>
        <source>This record isn't on this laptop any more.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Nid yw'r cofnod hwn ar y gliniadur hwn bellach.</translation>
    </message>
    <message>
        <source>Look in the family file.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Edrychwch yn ffeil y teulu.</translation>
    </message>
    <message>
        <source>Say why, in a few words. It stays with the record.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Dywedwch pam, mewn ychydig eiriau. Mae'n aros gyda'r cofnod.</translation>
    </message>
    <message>
        <source>Fill in Why.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Llenwch Pam.</translation>
    </message>
    <message>
        <source>There is more to choose in this record. Choose each answer, then save.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Mae rhagor i'w ddewis yn y cofnod hwn. Dewiswch bob ateb, yna cadwch.</translation>
    </message>
    <message>
        <source>Choose the answers that are left.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Dewiswch yr atebion sydd ar ôl.</translation>
    </message>
    <message>
        <source>This was decided already. Nothing was changed.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Penderfynwyd hyn eisoes. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>Look at the record.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Edrychwch ar y cofnod.</translation>
    </message>
    <message>
        <source>That answer belongs to the note itself.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Mae'r ateb hwnnw'n perthyn i'r nodyn ei hun.</translation>
    </message>
    <message>
        <source>Open the note to change it.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Agorwch y nodyn i'w newid.</translation>
    </message>
    <message>
        <source>The copy could not be saved there. Nothing was shared, and nothing is lost. Choose another place.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Ni ellid cadw'r copi yno. Ni rannwyd dim, ac ni chollwyd dim. Dewiswch le arall.</translation>
    </message>
    <message>
        <source>Save it in another folder.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Cadwch ef mewn ffolder arall.</translation>
    </message>
    <message>
        <source>There is no room left there. Nothing was shared, and nothing is lost. Choose another place.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Nid oes lle ar ôl yno. Ni rannwyd dim, ac ni chollwyd dim. Dewiswch le arall.</translation>
    </message>
    <message>
        <source>You can't save in that folder. Nothing was shared, and nothing is lost. Choose another place.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Ni allwch gadw yn y ffolder hwnnw. Ni rannwyd dim, ac ni chollwyd dim. Dewiswch le arall.</translation>
    </message>
    <message>
        <source>That folder isn't there any more. Nothing was shared, and nothing is lost. Choose another place.</source>
        <extracomment>commands/errors.py</extracomment>
        <translation>Nid yw'r ffolder hwnnw yno bellach. Ni rannwyd dim, ac ni chollwyd dim. Dewiswch le arall.</translation>
    </message>
    <message>
        <source>This note has the newest version of its form already. Nothing was changed.</source>
        <extracomment>commands/move_note.py</extracomment>
        <translation>Mae gan y nodyn hwn y fersiwn diweddaraf o'i ffurflen eisoes. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>Go on writing.</source>
        <extracomment>commands/move_note.py</extracomment>
        <translation>Parhewch i ysgrifennu.</translation>
    </message>
    <message>
        <source>The newer version has no place for records filed from this note. It stays as it is.</source>
        <extracomment>commands/move_note.py</extracomment>
        <translation>Nid oes lle yn y fersiwn mwy newydd i gofnodion a ffeiliwyd o'r nodyn hwn. Mae'n aros fel y mae.</translation>
    </message>
    <message>
        <source>Finish it in its own version.</source>
        <extracomment>commands/move_note.py</extracomment>
        <translation>Gorffennwch ef yn ei fersiwn ei hun.</translation>
    </message>
    <message>
        <source>Choose four digits.</source>
        <extracomment>commands/pass_back.py</extracomment>
        <translation>Dewiswch bedwar digid.</translation>
    </message>
    <message>
        <source>Type four digits.</source>
        <extracomment>commands/pass_back.py</extracomment>
        <translation>Teipiwch bedwar digid.</translation>
    </message>
    <message>
        <source>You're offline. Everything is saved on this laptop.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Rydych all-lein. Mae popeth wedi'i gadw ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>The service is busy. We'll try again by ourselves.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Mae'r gwasanaeth yn brysur. Byddwn yn rhoi cynnig arall arni ein hunain.</translation>
    </message>
    <message>
        <source>We couldn't prove this laptop to the service. Your work is safe here.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Ni allem brofi'r gliniadur hwn i'r gwasanaeth. Mae eich gwaith yn ddiogel yma.</translation>
    </message>
    <message>
        <source>That code didn't work. Ask your manager for a new one.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Ni weithiodd y cod hwnnw. Gofynnwch i'ch rheolwr am un newydd.</translation>
    </message>
    <message>
        <source>This laptop has been taken off the system. Your {count} unsent notes are safe.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Mae'r gliniadur hwn wedi'i dynnu oddi ar y system. Mae eich {count} nodyn heb eu hanfon yn ddiogel.</translation>
    </message>
    <message>
        <source>This laptop looks like a copy of another. Your notes were delivered for checking.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Mae'r gliniadur hwn yn edrych fel copi o un arall. Danfonwyd eich nodiadau i'w gwirio.</translation>
    </message>
    <message>
        <source>You don't hold this family. Your note is kept and your manager told.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Nid chi sy'n dal y teulu hwn. Mae eich nodyn wedi'i gadw a'ch rheolwr wedi cael gwybod.</translation>
    </message>
    <message>
        <source>Delivered. {name} now holds this family and will file it.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Wedi'i ddanfon. Mae {name} yn dal y teulu hwn nawr a bydd yn ei ffeilio.</translation>
    </message>
    <message>
        <source>This family's file closed while you were away. Your note waits for filing.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Caewyd ffeil y teulu hwn tra oeddech i ffwrdd. Mae eich nodyn yn aros i'w ffeilio.</translation>
    </message>
    <message>
        <source>This was signed off. Your change is kept as an addendum.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Cymeradwywyd hwn. Cedwir eich newid fel atodiad.</translation>
    </message>
    <message>
        <source>One answer can't be accepted: {question} {reason}.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Ni ellir derbyn un ateb: {question} {reason}.</translation>
    </message>
    <message>
        <source>You and {name} both changed {question}. Please choose.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Chi a {name}: newidiwyd {question} gan y ddau. Dewiswch.</translation>
    </message>
    <message>
        <source>This note couldn't be sent as it is. It is safe here.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Ni ellid anfon y nodyn hwn fel y mae. Mae'n ddiogel yma.</translation>
    </message>
    <message>
        <source>The service doesn't have this yet. We'll try again by ourselves.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Nid yw hwn gan y gwasanaeth eto. Byddwn yn rhoi cynnig arall arni ein hunain.</translation>
    </message>
    <message>
        <source>This laptop is nearly full. Text is still being saved.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Mae'r gliniadur hwn bron yn llawn. Mae testun yn dal i gael ei gadw.</translation>
    </message>
    <message>
        <source>Update needed to receive changes. Sending still works.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Mae angen diweddaru i dderbyn newidiadau. Mae anfon yn dal i weithio.</translation>
    </message>
    <message>
        <source>The service was restored. We're checking that nothing is missing.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Adferwyd y gwasanaeth. Rydym yn gwirio nad oes dim ar goll.</translation>
    </message>
    <message>
        <source>Something doesn't match. Your work is safe; support has been told.</source>
        <extracomment>protocol/codes.py</extracomment>
        <translation>Nid yw rhywbeth yn cyfateb. Mae eich gwaith yn ddiogel; mae'r tîm cymorth wedi cael gwybod.</translation>
    </message>
</context>
<context>
    <name>Families</name>
    <message>
        <source>{child} {seen}</source>
        <extracomment>records/families.py</extracomment>
        <translation>{child}: {seen}</translation>
    </message>
    <message>
        <source>Plan of {day}, review by {review}</source>
        <extracomment>records/families.py</extracomment>
        <translation>Cynllun {day}, adolygu erbyn {review}</translation>
    </message>
    <message>
        <source>Plan, review by {review}</source>
        <extracomment>records/families.py</extracomment>
        <translation>Cynllun, adolygu erbyn {review}</translation>
    </message>
    <message>
        <source>Plan of {day}</source>
        <extracomment>records/families.py</extracomment>
        <translation>Cynllun {day}</translation>
    </message>
    <message>
        <source>Plan</source>
        <extracomment>records/families.py</extracomment>
        <translation>Cynllun</translation>
    </message>
    <message>
        <source>Help has ended</source>
        <extracomment>records/families.py</extracomment>
        <translation>Mae'r cymorth wedi dod i ben</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <extracomment>records/families.py</extracomment>
        <translation>Dim cynllun eto</translation>
    </message>
    <message>
        <source>A family of yours</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Teulu i chi</translation>
    </message>
    <message numerus="yes">
        <source>{n} families</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>
            <numerusform>dim teuluoedd</numerusform>
            <numerusform>{n} teulu</numerusform>
            <numerusform>{n} deulu</numerusform>
            <numerusform>{n} theulu</numerusform>
            <numerusform>{n} theulu</numerusform>
            <numerusform>{n} teulu</numerusform>
        </translation>
    </message>
    <message>
        <source>Visit {when}</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Ymweliad {when}</translation>
    </message>
    <message>
        <source>This list may be out of date. It is from {time}.</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Efallai nad yw'r rhestr hon yn gyfoes. Mae'n dyddio o {time}.</translation>
    </message>
    <message>
        <source>Not on this laptop</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Ddim ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>Carry it when you have a signal.</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Cariwch ef pan fydd gennych signal.</translation>
    </message>
    <message>
        <source>Made on this laptop</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Gwnaed ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>No families yet. They appear here when your manager gives you one.</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Dim teuluoedd eto. Byddant yn ymddangos yma pan fydd eich rheolwr yn rhoi un i chi.</translation>
    </message>
    <message>
        <source>Not refreshed yet</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Heb ei adnewyddu eto</translation>
    </message>
    <message>
        <source>Refreshed {when}</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Adnewyddwyd {when}</translation>
    </message>
    <message>
        <source>No family here matches “{text}”.</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Does dim teulu yma'n cyfateb i “{text}”.</translation>
    </message>
    <message>
        <source>Families, {n}, {carried} on this laptop</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Teuluoedd, {n}, {carried} ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>No family is overdue.</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Does dim teulu'n hwyr.</translation>
    </message>
    <message>
        <source>Mine</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Fy rhai i</translation>
    </message>
    <message>
        <source>Carried</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Ar y gliniadur</translation>
    </message>
    <message>
        <source>Overdue</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Yn hwyr</translation>
    </message>
    <message>
        <source>All I may open</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Popeth y caf ei agor</translation>
    </message>
    <message>
        <source>Last seen: {words}</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Gwelwyd ddiwethaf: {words}</translation>
    </message>
    <message>
        <source>No family here. Look under “All I may open”.</source>
        <extracomment>ui/families/presenter.py</extracomment>
        <translation>Dim teulu yma. Edrychwch o dan “Popeth y caf ei agor”.</translation>
    </message>
    <message>
        <source>Families</source>
        <extracomment>ui/families/view.py</extracomment>
        <translation>Teuluoedd</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <extracomment>ui/families/view.py</extracomment>
        <translation>Chwilio yn y rhestr hon</translation>
    </message>
    <message>
        <source>Open file</source>
        <extracomment>ui/families/view.py</extracomment>
        <translation>Agor y ffeil</translation>
    </message>
    <message>
        <source>Type to jump</source>
        <extracomment>ui/families/view.py</extracomment>
        <translation>Teipiwch i neidio</translation>
    </message>
    <message>
        <source>Open {family}</source>
        <extracomment>ui/families/view.py</extracomment>
        <translation>Agor {family}</translation>
    </message>
    <message>
        <source>Carry this family</source>
        <extracomment>ui/families/view.py</extracomment>
        <translation>Cario'r teulu hwn</translation>
    </message>
</context>
<context>
    <name>Family</name>
    <message>
        <source>Visits due every {span}</source>
        <extracomment>records/family.py</extracomment>
        <translation>Ymweliadau i fod bob {span}</translation>
    </message>
    <message>
        <source>This family isn’t on this laptop, and it isn’t one of yours.</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Nid yw'r teulu hwn ar y gliniadur hwn, ac nid yw'n un o'ch rhai chi.</translation>
    </message>
    <message>
        <source>Refreshed {when}</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Adnewyddwyd {when}</translation>
    </message>
    <message numerus="yes">
        <source>{n} children</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>
            <numerusform>dim plant</numerusform>
            <numerusform>{n} plentyn</numerusform>
            <numerusform>{n} blentyn</numerusform>
            <numerusform>{n} phlentyn</numerusform>
            <numerusform>{n} phlentyn</numerusform>
            <numerusform>{n} plentyn</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here matches. Choose “All” or another year.</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Does dim yma yn cyfateb. Dewiswch “Popeth” neu flwyddyn arall.</translation>
    </message>
    <message>
        <source>Not on this laptop. Carry it when you have a signal.</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Ddim ar y gliniadur hwn. Cariwch ef pan fydd gennych signal.</translation>
    </message>
    <message>
        <source>Made on this laptop, not sent yet</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Gwnaed ar y gliniadur hwn, heb ei anfon eto</translation>
    </message>
    <message>
        <source>{what}, booked {day}</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>{what}, wedi'i drefnu ar gyfer {day}</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Heddiw</translation>
    </message>
    <message>
        <source>Restricted</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Cyfyngedig</translation>
    </message>
    <message>
        <source>Nothing yet. The first note you finish will appear here.</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Dim byd eto. Bydd y nodyn cyntaf a orffennwch yn ymddangos yma.</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Popeth</translation>
    </message>
    <message>
        <source>Visits</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Ymweliadau</translation>
    </message>
    <message>
        <source>Children’s words</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Geiriau'r plant</translation>
    </message>
    <message>
        <source>Decisions</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Penderfyniadau</translation>
    </message>
    <message>
        <source>School</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Ysgol</translation>
    </message>
    <message>
        <source>Health</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Iechyd</translation>
    </message>
    <message>
        <source>Police</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Heddlu</translation>
    </message>
    <message>
        <source>Added later</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Ychwanegwyd wedyn</translation>
    </message>
    <message>
        <source>Not complete</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Heb ei gwblhau</translation>
    </message>
    <message>
        <source>Last decision, {day}.</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Y penderfyniad diwethaf, {day}.</translation>
    </message>
    <message>
        <source>Last decision.</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Y penderfyniad diwethaf.</translation>
    </message>
    <message>
        <source>plan</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>cynllun</translation>
    </message>
    <message>
        <source>no plan yet</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>dim cynllun eto</translation>
    </message>
    <message>
        <source>visit view</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>golwg ymweliad</translation>
    </message>
    <message>
        <source>For your safety</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Er eich diogelwch</translation>
    </message>
    <message>
        <source>Must not be told</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Na ddylai gael gwybod</translation>
    </message>
    <message>
        <source>Visit view: restricted parts are hidden</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Golwg ymweliad: mae rhannau cyfyngedig wedi'u cuddio</translation>
    </message>
    <message>
        <source>last seen {words}</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>gwelwyd ddiwethaf: {words}</translation>
    </message>
    <message>
        <source>visit {words}</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>ymweliad: {words}</translation>
    </message>
    <message>
        <source>risk {words}</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>risg: {words}</translation>
    </message>
    <message>
        <source>Quote: {words}</source>
        <extracomment>ui/family/presenter.py</extracomment>
        <translation>Dyfyniad: {words}</translation>
    </message>
    <message>
        <source>the family file</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>ffeil y teulu</translation>
    </message>
    <message>
        <source>Address hidden. Hold to show</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Cyfeiriad wedi'i guddio. Daliwch i'w ddangos</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Mwy</translation>
    </message>
    <message>
        <source>Relationship not on record: {names}</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Perthynas heb ei chofnodi: {names}</translation>
    </message>
    <message>
        <source>Risk level: {level}</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Lefel risg: {level}</translation>
    </message>
    <message>
        <source>Open on one page</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Agor ar un dudalen</translation>
    </message>
    <message>
        <source>Direct work</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Gwaith uniongyrchol</translation>
    </message>
    <message>
        <source>Start visit note</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Dechrau nodyn ymweliad</translation>
    </message>
    <message>
        <source>Leave visit view</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Gadael golwg ymweliad</translation>
    </message>
    <message>
        <source>Visit view: hide restricted parts</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Golwg ymweliad: cuddio rhannau cyfyngedig</translation>
    </message>
    <message>
        <source>Print</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Argraffu</translation>
    </message>
    <message>
        <source>Add a person</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Ychwanegu person</translation>
    </message>
    <message>
        <source>Add a level of help</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Ychwanegu lefel cymorth</translation>
    </message>
    <message>
        <source>Add a decision</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Ychwanegu penderfyniad</translation>
    </message>
    <message>
        <source>Add a key event</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Ychwanegu digwyddiad allweddol</translation>
    </message>
    <message>
        <source>Family details</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Manylion y teulu</translation>
    </message>
    <message>
        <source>Decide</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Penderfynu</translation>
    </message>
    <message>
        <source>Children last seen</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Pryd y gwelwyd y plant ddiwethaf</translation>
    </message>
    <message>
        <source>Chronology</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Cronoleg</translation>
    </message>
    <message>
        <source>Only {name}. Show the whole family</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>{name} yn unig. Dangos y teulu cyfan</translation>
    </message>
    <message>
        <source>In their own words</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Yn eu geiriau eu hunain</translation>
    </message>
    <message>
        <source>Record answer</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Cofnodi ateb</translation>
    </message>
    <message>
        <source>Plan</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Cynllun</translation>
    </message>
    <message>
        <source>No plan yet.</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Dim cynllun eto.</translation>
    </message>
    <message>
        <source>Decisions and oversight</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Penderfyniadau a goruchwyliaeth</translation>
    </message>
    <message>
        <source>People and relationships</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Pobl a pherthnasoedd</translation>
    </message>
    <message>
        <source>Change the record of {name}</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Newid cofnod {name}</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Newid y cynllun</translation>
    </message>
    <message>
        <source>Start a plan</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Dechrau cynllun</translation>
    </message>
    <message>
        <source>No child is on record here yet.</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Does dim plentyn ar gofnod yma eto.</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Pob digwyddiad</translation>
    </message>
    <message>
        <source>Key events only</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Rhai allweddol yn unig</translation>
    </message>
    <message>
        <source>Fewer</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Llai</translation>
    </message>
    <message>
        <source>All {n}</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Pob un ({n})</translation>
    </message>
    <message>
        <source>Nothing yet. What a child says or shows will stand here.</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Dim byd eto. Yma y bydd yr hyn y mae plentyn yn ei ddweud neu'n ei ddangos.</translation>
    </message>
    <message>
        <source>Only the last</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Dim ond yr olaf</translation>
    </message>
    <message>
        <source>Why: {why}</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Pam: {why}</translation>
    </message>
    <message>
        <source>On this history: {words}</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Ar sail yr hanes hwn: {words}</translation>
    </message>
    <message>
        <source>What is due</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Beth sydd i'w wneud</translation>
    </message>
    <message>
        <source>Why we are involved</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Pam rydym ni'n ymwneud â'r teulu</translation>
    </message>
    <message>
        <source>All years</source>
        <extracomment>ui/family/view.py</extracomment>
        <translation>Pob blwyddyn</translation>
    </message>
    <message>
        <source>None known</source>
        <translation type="vanished">Dim yn hysbys</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Day, month, year</source>
        <extracomment>ui/kit/fields.py</extracomment>
        <translation>Dydd, mis, blwyddyn</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>ui/kit/fields.py</extracomment>
        <translation>Heddiw</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <extracomment>ui/kit/fields.py</extracomment>
        <translation>Ddoe</translation>
    </message>
    <message>
        <source>Not known</source>
        <extracomment>ui/kit/fields.py</extracomment>
        <translation>Ddim yn hysbys</translation>
    </message>
    <message>
        <source>Hours and minutes</source>
        <extracomment>ui/kit/fields.py</extracomment>
        <translation>Oriau a munudau</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>One reason for all that have none of their own</source>
        <extracomment>ui/form/check_view.py</extracomment>
        <translation>Un rheswm i bob un sydd heb ei reswm ei hun</translation>
    </message>
    <message>
        <source>Go to it</source>
        <extracomment>ui/form/check_view.py</extracomment>
        <translation>Mynd ato</translation>
    </message>
    <message>
        <source>Why is it missing?</source>
        <extracomment>ui/form/check_view.py</extracomment>
        <translation>Pam mae ar goll?</translation>
    </message>
    <message>
        <source>Why is it missing, {question}</source>
        <extracomment>ui/form/check_view.py</extracomment>
        <translation>Pam mae ar goll, {question}</translation>
    </message>
    <message>
        <source>Go to it: {question}</source>
        <extracomment>ui/form/check_view.py</extracomment>
        <translation>Mynd ato: {question}</translation>
    </message>
    <message>
        <source>a drawing</source>
        <extracomment>ui/form/check_view.py</extracomment>
        <translation>llun</translation>
    </message>
    <message>
        <source>Say why, in a few words</source>
        <extracomment>ui/form/check_view.py</extracomment>
        <translation>Dywedwch pam, mewn ychydig eiriau</translation>
    </message>
    <message>
        <source>Nothing written here.</source>
        <extracomment>ui/form/check_view.py</extracomment>
        <translation>Does dim wedi'i ysgrifennu yma.</translation>
    </message>
    <message>
        <source>Restricted: not shown in visit view</source>
        <extracomment>ui/form/check_view.py</extracomment>
        <translation>Cyfyngedig: ni ddangosir yng ngolwg ymweliad</translation>
    </message>
    <message numerus="yes">
        <source>{n} answers missing</source>
        <extracomment>ui/form/column.py</extracomment>
        <translation>
            <numerusform>{n} ateb ar goll</numerusform>
            <numerusform>{n} ateb ar goll</numerusform>
            <numerusform>{n} ateb ar goll</numerusform>
            <numerusform>{n} ateb ar goll</numerusform>
            <numerusform>{n} ateb ar goll</numerusform>
            <numerusform>{n} ateb ar goll</numerusform>
        </translation>
    </message>
    <message>
        <source>closed</source>
        <extracomment>ui/form/column.py</extracomment>
        <translation>ar gau</translation>
    </message>
    <message>
        <source>{question}: {text}</source>
        <extracomment>ui/form/finishing.py</extracomment>
        <translation>{question}: {text}</translation>
    </message>
    <message>
        <source>Finished. It will go by itself when there is a signal.</source>
        <extracomment>ui/form/finishing.py</extracomment>
        <translation>Wedi gorffen. Bydd yn mynd ohono'i hun pan fydd signal.</translation>
    </message>
    <message>
        <source>Not saved yet. Trying again. Keep this window open.</source>
        <extracomment>ui/form/finishing.py</extracomment>
        <translation>Heb ei gadw eto. Yn ceisio eto. Cadwch y ffenestr hon ar agor.</translation>
    </message>
    <message>
        <source>Card {number}</source>
        <extracomment>ui/form/items.py</extracomment>
        <translation>Cerdyn {number}</translation>
    </message>
    <message>
        <source>Add another</source>
        <extracomment>ui/form/items.py</extracomment>
        <translation>Ychwanegu un arall</translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <extracomment>ui/form/items.py</extracomment>
        <translation>Ychwanegu: {what}</translation>
    </message>
    <message>
        <source>{title}, {number} of {count}</source>
        <extracomment>ui/form/items.py</extracomment>
        <translation>{title}, {number} o {count}</translation>
    </message>
    <message>
        <source>struck through</source>
        <extracomment>ui/form/jot_pad.py</extracomment>
        <translation>wedi'i groesi allan</translation>
    </message>
    <message>
        <source>Select words to move them to a field.</source>
        <extracomment>ui/form/jot_pad.py</extracomment>
        <translation>Dewiswch eiriau i'w symud i faes.</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>ui/form/jot_pad.py</extracomment>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Jot something down</source>
        <extracomment>ui/form/jot_pad.py</extracomment>
        <translation>Nodi rhywbeth</translation>
    </message>
    <message>
        <source>Enter keeps the line with its time.</source>
        <extracomment>ui/form/jot_pad.py</extracomment>
        <translation>Mae Enter yn cadw'r llinell gyda'i hamser.</translation>
    </message>
    <message>
        <source>Move to:</source>
        <extracomment>ui/form/jot_pad.py</extracomment>
        <translation>Symud i:</translation>
    </message>
    <message>
        <source>Don't strike through</source>
        <extracomment>ui/form/jot_pad.py</extracomment>
        <translation>Peidio â chroesi allan</translation>
    </message>
    <message>
        <source>Strike through</source>
        <extracomment>ui/form/jot_pad.py</extracomment>
        <translation>Croesi allan</translation>
    </message>
    <message>
        <source>Jot pad</source>
        <extracomment>ui/form/jot_pad.py</extracomment>
        <translation>Pad nodiadau</translation>
    </message>
    <message>
        <source>Kept with the note, word for word.</source>
        <extracomment>ui/form/jot_pad.py</extracomment>
        <translation>Cedwir gyda’r nodyn, air am air.</translation>
    </message>
    <message>
        <source>Jotting</source>
        <extracomment>ui/form/jot_pad.py</extracomment>
        <translation>Nodyn cyflym</translation>
    </message>
    <message>
        <source>Jotted down at {time}</source>
        <extracomment>ui/form/jottings.py</extracomment>
        <translation>Nodwyd am {time}</translation>
    </message>
    <message>
        <source>{what} {number}</source>
        <extracomment>ui/form/naming.py</extracomment>
        <translation>{what} {number}</translation>
    </message>
    <message>
        <source>next child</source>
        <extracomment>ui/form/naming.py</extracomment>
        <translation>y plentyn nesaf</translation>
    </message>
    <message>
        <source>{first}, then {second}</source>
        <extracomment>ui/form/opening.py</extracomment>
        <translation>{first}, yna {second}</translation>
    </message>
    <message>
        <source>See the newer version</source>
        <extracomment>ui/form/presenter.py</extracomment>
        <translation>Gweld y fersiwn mwy newydd</translation>
    </message>
    <message>
        <source>Yes</source>
        <extracomment>ui/form/reading.py</extracomment>
        <translation>Ie</translation>
    </message>
    <message>
        <source>{number} of {end}</source>
        <extracomment>ui/form/reading.py</extracomment>
        <translation>{number} o {end}</translation>
    </message>
    <message>
        <source>A drawing</source>
        <extracomment>ui/form/reading.py</extracomment>
        <translation>Llun</translation>
    </message>
    <message>
        <source>Next: {page}</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>Nesaf: {page}</translation>
    </message>
    <message>
        <source>{form}, {whose}, section {number} of {count}</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>{form}, {whose}, adran {number} o {count}</translation>
    </message>
    <message>
        <source>Check and finish</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>Gwirio a gorffen</translation>
    </message>
    <message>
        <source>Child {number}</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>Plentyn {number}</translation>
    </message>
    <message>
        <source>Not started</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>Heb ddechrau</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>wedi'i wneud</translation>
    </message>
    <message>
        <source>here now</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>yma nawr</translation>
    </message>
    <message>
        <source>started</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>wedi dechrau</translation>
    </message>
    <message>
        <source>not started</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>heb ddechrau</translation>
    </message>
    <message>
        <source>Finished</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>Wedi gorffen</translation>
    </message>
    <message>
        <source>{done} of {all} answered</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>{done} o {all} wedi'u hateb</translation>
    </message>
    <message>
        <source>Nothing written yet. Start anywhere.</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>Dim wedi’i ysgrifennu eto. Dechreuwch unrhyw le.</translation>
    </message>
    <message>
        <source>Said once, filed for each</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>Dweud unwaith, ffeilio i bob un</translation>
    </message>
    <message>
        <source>{tab}, said once, filed for each</source>
        <extracomment>ui/form/routes.py</extracomment>
        <translation>{tab}, dweud unwaith, ffeilio i bob un</translation>
    </message>
    <message>
        <source>Saved on this laptop {time}</source>
        <extracomment>ui/form/standing.py</extracomment>
        <translation>Wedi’i gadw ar y gliniadur hwn {time}</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <extracomment>ui/form/standing.py</extracomment>
        <translation>Fersiwn {version}</translation>
    </message>
    <message>
        <source>Started {time} today.</source>
        <extracomment>ui/form/standing.py</extracomment>
        <translation>Dechreuwyd {time} heddiw.</translation>
    </message>
    <message>
        <source>Started {day}.</source>
        <extracomment>ui/form/standing.py</extracomment>
        <translation>Dechreuwyd {day}.</translation>
    </message>
    <message>
        <source>Rehearsal. Nothing is kept, and nothing can be finished.</source>
        <extracomment>ui/form/standing.py</extracomment>
        <translation>Ymarfer. Ni chedwir dim, ac ni ellir gorffen dim.</translation>
    </message>
    <message>
        <source>Saving</source>
        <extracomment>ui/form/standing.py</extracomment>
        <translation>Yn cadw</translation>
    </message>
    <message>
        <source>Written by {name}.</source>
        <extracomment>ui/form/standing.py</extracomment>
        <translation>Ysgrifennwyd gan {name}.</translation>
    </message>
    <message>
        <source>We kept everything up to {time}.</source>
        <extracomment>ui/form/standing.py</extracomment>
        <translation>Cadwyd popeth hyd at {time}.</translation>
    </message>
    <message>
        <source>This was signed off. Your change is kept as an addendum.</source>
        <extracomment>ui/form/standing.py</extracomment>
        <translation>Cymeradwywyd hwn. Cedwir eich newid fel atodiad.</translation>
    </message>
    <message>
        <source>A newer version of this form exists. Yours stays as it is.</source>
        <extracomment>ui/form/standing.py</extracomment>
        <translation>Mae fersiwn mwy newydd o'r ffurflen hon ar gael. Mae eich un chi'n aros fel y mae.</translation>
    </message>
    <message>
        <source>Back. Your words are saved.</source>
        <extracomment>ui/form/view.py</extracomment>
        <translation>Yn ôl. Mae eich geiriau wedi'u cadw.</translation>
    </message>
    <message>
        <source>Hand to child</source>
        <extracomment>ui/form/view.py</extracomment>
        <translation>Rhoi i’r plentyn</translation>
    </message>
    <message>
        <source>Restrict this answer</source>
        <extracomment>ui/form/view.py</extracomment>
        <translation>Cyfyngu’r ateb hwn</translation>
    </message>
    <message>
        <source>Tab moves to the next answer.
Ctrl + Page Down opens the next section.</source>
        <extracomment>ui/form/view.py</extracomment>
        <translation>Mae Tab yn symud i'r ateb nesaf.
Mae Ctrl + Page Down yn agor yr adran nesaf.</translation>
    </message>
    <message>
        <source>Language of the form: {language}</source>
        <extracomment>ui/form/view.py</extracomment>
        <translation>Iaith y ffurflen: {language}</translation>
    </message>
    <message>
        <source>Section {number} of {count}</source>
        <extracomment>ui/form/view.py</extracomment>
        <translation>Adran {number} o {count}</translation>
    </message>
    <message>
        <source>Finish note</source>
        <extracomment>ui/form/view.py</extracomment>
        <translation>Gorffen y nodyn</translation>
    </message>
    <message>
        <source>Finishing</source>
        <extracomment>ui/form/view.py</extracomment>
        <translation>Wrthi'n gorffen</translation>
    </message>
    <message>
        <source>Show this answer as usual</source>
        <extracomment>ui/form/view.py</extracomment>
        <translation>Dangos yr ateb hwn fel arfer</translation>
    </message>
    <message>
        <source>This answer is not complete</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Nid yw'r ateb hwn yn gyflawn</translation>
    </message>
    <message>
        <source>Write something here</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Ysgrifennwch rywbeth yma</translation>
    </message>
    <message>
        <source>Choose {first} or {last}</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Dewiswch un o'r rhain: {first}, {last}</translation>
    </message>
    <message>
        <source>This answer does not fit here. Check it.</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Nid yw'r ateb hwn yn ffitio yma. Gwiriwch ef.</translation>
    </message>
    <message numerus="yes">
        <source>{n} answers need another look</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>
            <numerusform>Does dim angen edrych eto ar yr un ateb</numerusform>
            <numerusform>Mae angen edrych eto ar {n} ateb</numerusform>
            <numerusform>Mae angen edrych eto ar {n} ateb</numerusform>
            <numerusform>Mae angen edrych eto ar {n} ateb</numerusform>
            <numerusform>Mae angen edrych eto ar {n} ateb</numerusform>
            <numerusform>Mae angen edrych eto ar {n} ateb</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} answers are missing. Finish anyway and say why?</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>{n} ateb ar goll. Gorffen beth bynnag a dweud pam?</translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>
            <numerusform>{n} gair</numerusform>
            <numerusform>{n} gair</numerusform>
            <numerusform>{n} air</numerusform>
            <numerusform>{n} gair</numerusform>
            <numerusform>{n} gair</numerusform>
            <numerusform>{n} gair</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a number, like 20</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Rhowch rif, fel 20</translation>
    </message>
    <message>
        <source>Enter a date, like 5 March 2026</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Rhowch ddyddiad, fel 5 Mawrth 2026</translation>
    </message>
    <message>
        <source>Enter a time, like 14:30</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Rhowch amser, fel 14:30</translation>
    </message>
    <message>
        <source>Enter a date and a time, like 5 March 2026 14:30</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Rhowch ddyddiad ac amser, fel 5 Mawrth 2026 14:30</translation>
    </message>
    <message>
        <source>Choose one or more</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Dewiswch un neu ragor</translation>
    </message>
    <message>
        <source>Tick this when it is so</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Ticiwch hwn pan fydd felly</translation>
    </message>
    <message>
        <source>Choose a number from {start} to {end}</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Dewiswch rif o {start} i {end}</translation>
    </message>
    <message>
        <source>Choose one of these</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Dewiswch un o'r rhain</translation>
    </message>
    <message>
        <source>{question} is after today. Check the year.</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Mae {question} ar ôl heddiw. Gwiriwch y flwyddyn.</translation>
    </message>
    <message>
        <source>That number does not fit here. Check it.</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Nid yw'r rhif hwnnw'n ffitio yma. Gwiriwch ef.</translation>
    </message>
    <message>
        <source>One answer needs another look</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Mae angen edrych eto ar un ateb</translation>
    </message>
    <message>
        <source>{question}: {message}</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>{question}: {message}</translation>
    </message>
    <message>
        <source>Two</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Dau</translation>
    </message>
    <message>
        <source>Three</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Tri</translation>
    </message>
    <message>
        <source>Four</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Pedwar</translation>
    </message>
    <message>
        <source>Five</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Pum</translation>
    </message>
    <message>
        <source>Six</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Chwe</translation>
    </message>
    <message>
        <source>Seven</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Saith</translation>
    </message>
    <message>
        <source>Eight</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Wyth</translation>
    </message>
    <message>
        <source>Nine</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Naw</translation>
    </message>
    <message>
        <source>Ten</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Deg</translation>
    </message>
    <message>
        <source>Everything is answered.</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Mae popeth wedi'i ateb.</translation>
    </message>
    <message>
        <source>One answer is missing. Finish anyway and say why?</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Mae un ateb ar goll. Gorffen beth bynnag a dweud pam?</translation>
    </message>
    <message>
        <source>{count} answers are missing. Finish anyway and say why?</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>{count} ateb ar goll. Gorffen beth bynnag a dweud pam?</translation>
    </message>
    <message>
        <source>Both</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Y ddau</translation>
    </message>
    <message>
        <source>All three</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Y tri</translation>
    </message>
    <message>
        <source>All four</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Y pedwar</translation>
    </message>
    <message>
        <source>All five</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Y pump</translation>
    </message>
    <message>
        <source>All six</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Y chwech</translation>
    </message>
    <message>
        <source>All seven</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Y saith</translation>
    </message>
    <message>
        <source>All eight</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Yr wyth</translation>
    </message>
    <message>
        <source>Everyone</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Pawb</translation>
    </message>
    <message>
        <source>Enter {unit} as a number, like 20</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Rhowch rif, fel 20 ({unit})</translation>
    </message>
    <message>
        <source>All {n}</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>Pob un ({n})</translation>
    </message>
    <message>
        <source>restricted</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>cyfyngedig</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <extracomment>ui/form/wording.py</extracomment>
        <translation>cadwyd {time}</translation>
    </message>
    <message>
        <source>This kind of question ({kind}) can't be answered on this laptop.</source>
        <extracomment>ui/questions/itself.py</extracomment>
        <translation>Ni ellir ateb y math hwn o gwestiwn ({kind}) ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>ui/questions/moment.py</extracomment>
        <translation>Nawr</translation>
    </message>
    <message>
        <source>Now, for: {question}</source>
        <extracomment>ui/questions/moment.py</extracomment>
        <translation>Nawr, ar gyfer: {question}</translation>
    </message>
    <message>
        <source>Day, month, year, time</source>
        <extracomment>ui/questions/moment.py</extracomment>
        <translation>Dydd, mis, blwyddyn, amser</translation>
    </message>
    <message>
        <source>Pencil</source>
        <extracomment>ui/questions/picture.py</extracomment>
        <translation>Pensil</translation>
    </message>
    <message>
        <source>Rubber</source>
        <extracomment>ui/questions/picture.py</extracomment>
        <translation>Rwber</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>ui/questions/picture.py</extracomment>
        <translation>Dadwneud</translation>
    </message>
    <message>
        <source>Keep this order</source>
        <extracomment>ui/questions/rank.py</extracomment>
        <translation>Cadw'r drefn hon</translation>
    </message>
    <message>
        <source>Move {title} up</source>
        <extracomment>ui/questions/rank.py</extracomment>
        <translation>Symud {title} i fyny</translation>
    </message>
    <message>
        <source>Move {title} down</source>
        <extracomment>ui/questions/rank.py</extracomment>
        <translation>Symud {title} i lawr</translation>
    </message>
    <message>
        <source>{number}. {title}</source>
        <extracomment>ui/questions/rank.py</extracomment>
        <translation>{number}. {title}</translation>
    </message>
</context>
<context>
    <name>Genogram</name>
    <message>
        <source>Whole family</source>
        <extracomment>ui/kit/genogram.py</extracomment>
        <translation>Y teulu cyfan</translation>
    </message>
    <message>
        <source>Family drawing</source>
        <extracomment>ui/kit/genogram.py</extracomment>
        <translation>Llun y teulu</translation>
    </message>
    <message>
        <source>Show as list</source>
        <extracomment>ui/kit/genogram.py</extracomment>
        <translation>Dangos fel rhestr</translation>
    </message>
    <message>
        <source>Show as drawing</source>
        <extracomment>ui/kit/genogram.py</extracomment>
        <translation>Dangos fel llun</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keys</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>Bysellau</translation>
    </message>
    <message>
        <source>next thing on the page</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>y peth nesaf ar y dudalen</translation>
    </message>
    <message>
        <source>next part: pages, heading, page, strip</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>y rhan nesaf: tudalennau, pennawd, tudalen, stribed</translation>
    </message>
    <message>
        <source>what the filled button does</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>yr hyn a wna'r botwm llawn</translation>
    </message>
    <message>
        <source>read on in a long page, and back</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>darllen ymlaen mewn tudalen hir, ac yn ôl</translation>
    </message>
    <message>
        <source>new note</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>nodyn newydd</translation>
    </message>
    <message>
        <source>find</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>chwilio</translation>
    </message>
    <message>
        <source>Today, Families, Drafts, Decisions, Waiting, Search, On this laptop</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>Heddiw, Teuluoedd, Drafftiau, Penderfyniadau, Yn aros, Chwilio, Ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>back</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>yn ôl</translation>
    </message>
    <message>
        <source>hide the screen</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>cuddio'r sgrin</translation>
    </message>
    <message>
        <source>lock</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>cloi</translation>
    </message>
    <message>
        <source>close what is on top; nothing typed is lost</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>cau'r hyn sydd ar ei ben; ni chollir dim a deipiwyd</translation>
    </message>
    <message>
        <source>in a note: say again that it is saved</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>mewn nodyn: dweud eto ei fod wedi'i gadw</translation>
    </message>
    <message>
        <source>in a note: jot pad</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>mewn nodyn: pad nodiadau</translation>
    </message>
    <message>
        <source>in a note: restrict this answer</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>mewn nodyn: cyfyngu'r ateb hwn</translation>
    </message>
    <message>
        <source>in a note: next section</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>mewn nodyn: yr adran nesaf</translation>
    </message>
    <message>
        <source>in a note: next child</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>mewn nodyn: y plentyn nesaf</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>Cymeradwyo</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>ui/shell/help.py</extracomment>
        <translation>Cau</translation>
    </message>
</context>
<context>
    <name>Kin</name>
    <message>
        <source>known to the family</source>
        <extracomment>records/kin.py</extracomment>
        <translation>yn adnabod y teulu</translation>
    </message>
    <message>
        <source>former partner</source>
        <extracomment>records/kin.py</extracomment>
        <translation>cyn-bartner</translation>
    </message>
    <message>
        <source>friend of the family</source>
        <extracomment>records/kin.py</extracomment>
        <translation>ffrind i'r teulu</translation>
    </message>
    <message>
        <source>mum</source>
        <extracomment>records/kin.py</extracomment>
        <translation>mam</translation>
    </message>
    <message>
        <source>dad</source>
        <extracomment>records/kin.py</extracomment>
        <translation>tad</translation>
    </message>
    <message>
        <source>parent</source>
        <extracomment>records/kin.py</extracomment>
        <translation>rhiant</translation>
    </message>
    <message>
        <source>step-mum</source>
        <extracomment>records/kin.py</extracomment>
        <translation>llysfam</translation>
    </message>
    <message>
        <source>step-dad</source>
        <extracomment>records/kin.py</extracomment>
        <translation>llystad</translation>
    </message>
    <message>
        <source>step-parent</source>
        <extracomment>records/kin.py</extracomment>
        <translation>llys-riant</translation>
    </message>
    <message>
        <source>gran</source>
        <extracomment>records/kin.py</extracomment>
        <translation>nain/mam-gu</translation>
    </message>
    <message>
        <source>grandad</source>
        <extracomment>records/kin.py</extracomment>
        <translation>taid/tad-cu</translation>
    </message>
    <message>
        <source>grandparent</source>
        <extracomment>records/kin.py</extracomment>
        <translation>nain, taid, mam-gu neu dad-cu</translation>
    </message>
    <message>
        <source>sister</source>
        <extracomment>records/kin.py</extracomment>
        <translation>chwaer</translation>
    </message>
    <message>
        <source>brother</source>
        <extracomment>records/kin.py</extracomment>
        <translation>brawd</translation>
    </message>
    <message>
        <source>brother or sister</source>
        <extracomment>records/kin.py</extracomment>
        <translation>brawd neu chwaer</translation>
    </message>
    <message>
        <source>half-sister</source>
        <extracomment>records/kin.py</extracomment>
        <translation>hanner chwaer</translation>
    </message>
    <message>
        <source>half-brother</source>
        <extracomment>records/kin.py</extracomment>
        <translation>hanner brawd</translation>
    </message>
    <message>
        <source>half-brother or half-sister</source>
        <extracomment>records/kin.py</extracomment>
        <translation>hanner brawd neu hanner chwaer</translation>
    </message>
    <message>
        <source>step-sister</source>
        <extracomment>records/kin.py</extracomment>
        <translation>llyschwaer</translation>
    </message>
    <message>
        <source>step-brother</source>
        <extracomment>records/kin.py</extracomment>
        <translation>llysfrawd</translation>
    </message>
    <message>
        <source>step-brother or step-sister</source>
        <extracomment>records/kin.py</extracomment>
        <translation>llysfrawd neu lyschwaer</translation>
    </message>
    <message>
        <source>partner</source>
        <extracomment>records/kin.py</extracomment>
        <translation>partner</translation>
    </message>
    <message>
        <source>carer</source>
        <extracomment>records/kin.py</extracomment>
        <translation>gofalwr</translation>
    </message>
    <message>
        <source>relative</source>
        <extracomment>records/kin.py</extracomment>
        <translation>perthynas</translation>
    </message>
    <message>
        <source>{role} of {names}</source>
        <extracomment>records/kin.py</extracomment>
        <translation>{role} i {names}</translation>
    </message>
    <message>
        <source>child of {names}</source>
        <extracomment>records/kin.py</extracomment>
        <translation>plentyn i {names}</translation>
    </message>
    <message>
        <source>lives with {names}</source>
        <extracomment>records/kin.py</extracomment>
        <translation>yn byw gyda {names}</translation>
    </message>
</context>
<context>
    <name>Laptop</name>
    <message>
        <source>The store check found a problem. Nothing was changed. Support code {code}.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Canfu gwiriad y storfa broblem. Ni newidiwyd dim. Cod cymorth {code}.</translation>
    </message>
    <message>
        <source>Only your passphrase, or two key holders acting together, can open what is here.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Dim ond eich cyfrinymadrodd, neu ddau ddeiliad allwedd gyda'i gilydd, all agor yr hyn sydd yma.</translation>
    </message>
    <message>
        <source>Only your passphrase can open what is here. Your organisation has no key holders yet.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Dim ond eich cyfrinymadrodd all agor yr hyn sydd yma. Nid oes gan eich sefydliad ddeiliaid allwedd eto.</translation>
    </message>
    <message>
        <source>You hold {n} in all.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Rydych yn dal {n} i gyd.</translation>
    </message>
    <message>
        <source>The oldest is from {when}.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Mae'r hynaf o {when}.</translation>
    </message>
    <message>
        <source>Everything you finished has been sent.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Mae popeth a orffennoch wedi'i anfon.</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Dim</translation>
    </message>
    <message>
        <source>The store is whole. Nothing was changed.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Mae'r storfa'n gyfan. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>Everything Fieldapp keeps here, and what the service knows about it.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Popeth y mae Fieldapp yn ei gadw yma, a beth mae'r gwasanaeth yn ei wybod amdano.</translation>
    </message>
    <message>
        <source>Your manager can see how many things have not arrived from this laptop.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Gall eich rheolwr weld faint o bethau sydd heb gyrraedd o'r gliniadur hwn.</translation>
    </message>
    <message>
        <source>They cannot see what they say until they are sent.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Ni all weld beth maen nhw'n ei ddweud nes iddynt gael eu hanfon.</translation>
    </message>
    <message>
        <source>On this laptop, {families}, {unsent} not sent</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Ar y gliniadur hwn, {families}, {unsent} heb ei anfon</translation>
    </message>
    <message>
        <source>Ring your manager, day or night.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Ffoniwch eich rheolwr, ddydd neu nos.</translation>
    </message>
    <message numerus="yes">
        <source>{n} families</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>
            <numerusform>dim teuluoedd</numerusform>
            <numerusform>{n} teulu</numerusform>
            <numerusform>{n} deulu</numerusform>
            <numerusform>{n} theulu</numerusform>
            <numerusform>{n} theulu</numerusform>
            <numerusform>{n} teulu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} children</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>
            <numerusform>dim plant</numerusform>
            <numerusform>{n} plentyn</numerusform>
            <numerusform>{n} blentyn</numerusform>
            <numerusform>{n} phlentyn</numerusform>
            <numerusform>{n} phlentyn</numerusform>
            <numerusform>{n} plentyn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more are held.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>
            <numerusform>Does dim arall wedi'i ddal.</numerusform>
            <numerusform>Mae un arall wedi'i ddal.</numerusform>
            <numerusform>Mae {n} arall wedi'u dal.</numerusform>
            <numerusform>Mae {n} arall wedi'u dal.</numerusform>
            <numerusform>Mae {n} arall wedi'u dal.</numerusform>
            <numerusform>Mae {n} arall wedi'u dal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Carried</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Ar y gliniadur</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Heb ei anfon eto</translation>
    </message>
    <message>
        <source>Last contact</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Y cyswllt diwethaf</translation>
    </message>
    <message>
        <source>Locked with</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Wedi'i gloi gyda</translation>
    </message>
    <message>
        <source>Your passphrase.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Eich cyfrinymadrodd.</translation>
    </message>
    <message>
        <source>Everything here is encrypted.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Mae popeth yma wedi'i amgryptio.</translation>
    </message>
    <message>
        <source>If it stays offline</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Os bydd yn aros all-lein</translation>
    </message>
    <message>
        <source>Records close after {n} days of use.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Bydd cofnodion yn cau ar ôl {n} diwrnod o ddefnydd.</translation>
    </message>
    <message>
        <source>{n} held</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>{n} wedi'i ddal</translation>
    </message>
    <message>
        <source>Made here</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Gwnaed yma</translation>
    </message>
    <message>
        <source>Not yours now</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Nid eich un chi bellach</translation>
    </message>
    <message>
        <source>Something doesn’t match</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Nid yw rhywbeth yn cyfateb</translation>
    </message>
    <message>
        <source>Not arrived yet</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Heb gyrraedd eto</translation>
    </message>
    <message>
        <source>Fieldapp</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Fieldapp</translation>
    </message>
    <message>
        <source>Everything else</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Popeth arall</translation>
    </message>
    <message>
        <source>Free</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Lle gwag</translation>
    </message>
    <message numerus="yes">
        <source>Shared laptop. {n} other people have separate stores that you cannot open.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>
            <numerusform>Gliniadur a rennir. Does gan neb arall storfa yma.</numerusform>
            <numerusform>Gliniadur a rennir. Mae gan un person arall storfa ar wahân na allwch ei hagor.</numerusform>
            <numerusform>Gliniadur a rennir. Mae gan {n} berson arall storfeydd ar wahân na allwch eu hagor.</numerusform>
            <numerusform>Gliniadur a rennir. Mae gan {n} pherson arall storfeydd ar wahân na allwch eu hagor.</numerusform>
            <numerusform>Gliniadur a rennir. Mae gan {n} pherson arall storfeydd ar wahân na allwch eu hagor.</numerusform>
            <numerusform>Gliniadur a rennir. Mae gan {n} person arall storfeydd ar wahân na allwch eu hagor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is carried. Families come with the next contact.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Does dim teulu ar y gliniadur. Daw teuluoedd gyda'r cyswllt nesaf.</translation>
    </message>
    <message>
        <source>Ring {number}, day or night.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Ffoniwch {number}, ddydd neu nos.</translation>
    </message>
    <message>
        <source>Never yet.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Dim hyd yma.</translation>
    </message>
    <message>
        <source>You can still write.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Gallwch ddal i ysgrifennu.</translation>
    </message>
    <message numerus="yes">
        <source>{n} days so far. You can still write.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>
            <numerusform>Dim diwrnod hyd yma. Gallwch ddal i ysgrifennu.</numerusform>
            <numerusform>{n} diwrnod hyd yma. Gallwch ddal i ysgrifennu.</numerusform>
            <numerusform>{n} ddiwrnod hyd yma. Gallwch ddal i ysgrifennu.</numerusform>
            <numerusform>{n} diwrnod hyd yma. Gallwch ddal i ysgrifennu.</numerusform>
            <numerusform>{n} diwrnod hyd yma. Gallwch ddal i ysgrifennu.</numerusform>
            <numerusform>{n} diwrnod hyd yma. Gallwch ddal i ysgrifennu.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service has everything you saved before then.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Mae gan y gwasanaeth bopeth a gadwoch cyn hynny.</translation>
    </message>
    <message>
        <source>What you saved since then, or what is held, is only here.</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Dim ond yma y mae'r hyn a gadwoch ers hynny, neu'r hyn sydd wedi'i ddal.</translation>
    </message>
    <message>
        <source>last refreshed {when}</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>adnewyddwyd ddiwethaf {when}</translation>
    </message>
    <message>
        <source>not sent: {what}</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>heb ei anfon: {what}</translation>
    </message>
    <message>
        <source>A family you no longer hold</source>
        <extracomment>ui/laptop/presenter.py</extracomment>
        <translation>Teulu nad ydych yn ei ddal bellach</translation>
    </message>
    <message>
        <source>On this laptop</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>Right now</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Ar hyn o bryd</translation>
    </message>
    <message>
        <source>Check my store</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Gwirio fy storfa</translation>
    </message>
    <message>
        <source>What is on this laptop</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Beth sydd ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>Family</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Teulu</translation>
    </message>
    <message>
        <source>Children</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Plant</translation>
    </message>
    <message>
        <source>Last refreshed</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Adnewyddwyd ddiwethaf</translation>
    </message>
    <message>
        <source>Not sent</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Heb ei anfon</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Maint</translation>
    </message>
    <message>
        <source>Families carried</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Teuluoedd ar y gliniadur</translation>
    </message>
    <message>
        <source>Space</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Lle</translation>
    </message>
    <message>
        <source>Checking</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Wrthi'n gwirio</translation>
    </message>
    <message>
        <source>This laptop does not say how much room is left.</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Nid yw'r gliniadur hwn yn dweud faint o le sydd ar ôl.</translation>
    </message>
    <message>
        <source>Who can see what</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Pwy all weld beth</translation>
    </message>
    <message>
        <source>Lost or stolen?</source>
        <extracomment>ui/laptop/view.py</extracomment>
        <translation>Ar goll neu wedi'i ddwyn?</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>{status} since {day}</source>
        <extracomment>records/levels.py</extracomment>
        <translation>{status} ers {day}</translation>
    </message>
    <message>
        <source>{status}, level {level}, {since} to {until}</source>
        <extracomment>records/levels.py</extracomment>
        <translation>{status}, lefel {level}, {since} hyd {until}</translation>
    </message>
    <message>
        <source>{status}, level {level}, {since}</source>
        <extracomment>records/levels.py</extracomment>
        <translation>{status}, lefel {level}, {since}</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>{first} and {last}</source>
        <extracomment>words.py</extracomment>
        <translation>{first} a {last}</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Draft, saved on this laptop {time}. Not finished, so it stays here.</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Drafft, wedi'i gadw ar y gliniadur hwn {time}. Heb ei orffen, felly mae'n aros yma.</translation>
    </message>
    <message>
        <source>Saved on this laptop {time}. It goes by itself when there is a signal.</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Wedi'i gadw ar y gliniadur hwn {time}. Bydd yn mynd ohono'i hun pan fydd signal.</translation>
    </message>
    <message>
        <source>Draft, saved on this laptop</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Drafft, wedi'i gadw ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>Saved on this laptop</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Wedi'i gadw ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>Sending</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Yn anfon</translation>
    </message>
    <message>
        <source>Sending now. It is not there yet.</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Yn anfon nawr. Nid yw wedi cyrraedd eto.</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Wedi'i anfon</translation>
    </message>
    <message>
        <source>Delivered to {name}</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Wedi'i ddanfon at {name}</translation>
    </message>
    <message>
        <source>Delivered</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Wedi'i ddanfon</translation>
    </message>
    <message>
        <source>{words}. The service has it.</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>{words}. Mae'r gwasanaeth wedi'i dderbyn.</translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Angen eich penderfyniad</translation>
    </message>
    <message>
        <source>Needs your decision. Both answers are safe.</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Angen eich penderfyniad. Mae'r ddau ateb yn ddiogel.</translation>
    </message>
    <message>
        <source>Held</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Wedi'i ddal</translation>
    </message>
    <message>
        <source>Held. It is safe, and needs something from you.</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Wedi'i ddal. Mae'n ddiogel, ac mae angen rhywbeth gennych chi.</translation>
    </message>
    <message>
        <source>Restricted: not shown in visit view</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Cyfyngedig: ni ddangosir yng ngolwg ymweliad</translation>
    </message>
    <message>
        <source>Saved on this laptop. Not sent yet.</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Wedi'i gadw ar y gliniadur hwn. Heb ei anfon eto.</translation>
    </message>
    <message>
        <source>Sent {time}. The service has it.</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Anfonwyd {time}. Mae'r gwasanaeth wedi'i dderbyn.</translation>
    </message>
    <message>
        <source>Sent. The service has it.</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Wedi'i anfon. Mae'r gwasanaeth wedi'i dderbyn.</translation>
    </message>
    <message>
        <source>Restricted</source>
        <extracomment>ui/pages/marks.py</extracomment>
        <translation>Cyfyngedig</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Pause</source>
        <extracomment>ui/kit/messages.py</extracomment>
        <translation>Oedi</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>ui/kit/messages.py</extracomment>
        <translation>Ymlaen</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>From {before} to {after}</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Cynt: {before}. Nawr: {after}</translation>
    </message>
    <message>
        <source>Move to a newer version</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Symud i fersiwn mwy newydd</translation>
    </message>
    <message>
        <source>You had written: {answer}. It stays in the jot pad.</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Roeddech wedi ysgrifennu: {answer}. Mae'n aros yn y pad nodiadau.</translation>
    </message>
    <message>
        <source>Now in {after}</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Nawr yn: {after}</translation>
    </message>
    <message>
        <source>Back to the note</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Yn ôl i'r nodyn</translation>
    </message>
    <message>
        <source>Needs an answer</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Angen ateb</translation>
    </message>
    <message>
        <source>The newer version needs these, and has no answer for them yet.</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Mae angen y rhain ar y fersiwn mwy newydd, ac nid oes ganddo ateb iddynt eto.</translation>
    </message>
    <message>
        <source>No longer asked</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Ni ofynnir bellach</translation>
    </message>
    <message>
        <source>Your words stay with the note, in the jot pad.</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Mae eich geiriau'n aros gyda'r nodyn, yn y pad nodiadau.</translation>
    </message>
    <message>
        <source>Moved</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Wedi'u symud</translation>
    </message>
    <message>
        <source>The same question in another place.</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Yr un cwestiwn mewn lle arall.</translation>
    </message>
    <message>
        <source>Kept</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Wedi'u cadw</translation>
    </message>
    <message>
        <source>{form}, from version {old} to version {new}. Nothing is moved until you say so.</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>{form}, o fersiwn {old} i fersiwn {new}. Ni symudir dim nes i chi ddweud.</translation>
    </message>
    <message>
        <source>Move to version {new}</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Symud i fersiwn {new}</translation>
    </message>
    <message>
        <source>Stay with version {old}</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>Aros gyda fersiwn {old}</translation>
    </message>
    <message>
        <source>{title}. {told}</source>
        <extracomment>ui/moving/presenter.py</extracomment>
        <translation>{title}. {told}</translation>
    </message>
    <message>
        <source>Moved. The note as it was is kept for 30 days.</source>
        <extracomment>ui/rooms.py</extracomment>
        <translation>Wedi'i symud. Cedwir y nodyn fel yr oedd am 30 diwrnod.</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>ui/rooms.py</extracomment>
        <translation>Dadwneud</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Something went wrong here. What you wrote is saved. Carry on, or open this page again.</source>
        <extracomment>ui/pages/screen.py</extracomment>
        <translation>Aeth rhywbeth o'i le yma. Mae'r hyn a ysgrifennoch wedi'i gadw. Ewch ymlaen, neu agorwch y dudalen hon eto.</translation>
    </message>
    <message>
        <source>This takes longer than it should. What you wrote is saved. Alt+Left goes back.</source>
        <extracomment>ui/pages/screen.py</extracomment>
        <translation>Mae hyn yn cymryd mwy o amser nag y dylai. Mae'r hyn a ysgrifennoch wedi'i gadw. Mae Alt+Chwith yn mynd yn ôl.</translation>
    </message>
    <message>
        <source>Opening {what}</source>
        <extracomment>ui/pages/screen.py</extracomment>
        <translation>Wrthi'n agor {what}</translation>
    </message>
    <message>
        <source>Opening</source>
        <extracomment>ui/pages/screen.py</extracomment>
        <translation>Wrthi'n agor</translation>
    </message>
    <message>
        <source>Open again</source>
        <extracomment>ui/pages/screen.py</extracomment>
        <translation>Agor eto</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>People in the family {family}</source>
        <extracomment>ui/people/presenter.py</extracomment>
        <translation>Pobl yn y teulu {family}</translation>
    </message>
    <message>
        <source>This family isn’t on this laptop.</source>
        <extracomment>ui/people/presenter.py</extracomment>
        <translation>Nid yw'r teulu hwn ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>People and relationships</source>
        <extracomment>ui/people/view.py</extracomment>
        <translation>Pobl a pherthnasoedd</translation>
    </message>
    <message>
        <source>Add a person</source>
        <extracomment>ui/people/view.py</extracomment>
        <translation>Ychwanegu person</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>ui/people/view.py</extracomment>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>ui/people/view.py</extracomment>
        <translation>Ymlaen</translation>
    </message>
    <message>
        <source>Change details</source>
        <extracomment>ui/people/view.py</extracomment>
        <translation>Newid manylion</translation>
    </message>
    <message>
        <source>Add a relationship</source>
        <extracomment>ui/people/view.py</extracomment>
        <translation>Ychwanegu perthynas</translation>
    </message>
    <message>
        <source>Change the child's record</source>
        <extracomment>ui/people/view.py</extracomment>
        <translation>Newid cofnod y plentyn</translation>
    </message>
    <message>
        <source>Who?</source>
        <extracomment>ui/people/view.py</extracomment>
        <translation>Pwy?</translation>
    </message>
    <message>
        <source>Whose relative, partner or friend?</source>
        <extracomment>ui/people/view.py</extracomment>
        <translation>Perthynas, partner neu ffrind i bwy?</translation>
    </message>
    <message>
        <source>Nobody is on record here yet.</source>
        <extracomment>ui/people/view.py</extracomment>
        <translation>Does neb ar gofnod yma eto.</translation>
    </message>
    <message>
        <source>Relationship not on record</source>
        <extracomment>ui/people/view.py</extracomment>
        <translation>Perthynas heb ei chofnodi</translation>
    </message>
    <message>
        <source>Begin a child's record</source>
        <extracomment>ui/people/view.py</extracomment>
        <translation>Dechrau cofnod plentyn</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>{count} of 4 digits</source>
        <extracomment>ui/kit/pin_pad.py</extracomment>
        <translation>{count} o 4 digid</translation>
    </message>
    <message>
        <source>Take back the last digit</source>
        <extracomment>ui/kit/pin_pad.py</extracomment>
        <translation>Tynnu'r digid olaf yn ôl</translation>
    </message>
    <message>
        <source>That is not right. Try again.</source>
        <extracomment>ui/kit/pin_pad.py</extracomment>
        <translation>Nid yw hynny'n gywir. Rhowch gynnig arall arni.</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message numerus="yes">
        <source>{n} actions. Which matter most?</source>
        <extracomment>records/plans.py</extracomment>
        <translation>
            <numerusform>Dim camau gweithredu. Pa rai sydd bwysicaf?</numerusform>
            <numerusform>{n} cam gweithredu. Pa rai sydd bwysicaf?</numerusform>
            <numerusform>{n} gam gweithredu. Pa rai sydd bwysicaf?</numerusform>
            <numerusform>{n} cham gweithredu. Pa rai sydd bwysicaf?</numerusform>
            <numerusform>{n} cham gweithredu. Pa rai sydd bwysicaf?</numerusform>
            <numerusform>{n} cam gweithredu. Pa rai sydd bwysicaf?</numerusform>
        </translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Heb edrych arno eto</translation>
    </message>
    <message numerus="yes">
        <source>{n} goals. More than four are hard to hold. Which come first?</source>
        <extracomment>records/plans.py</extracomment>
        <translation>
            <numerusform>Dim nodau. Mae mwy na phedwar yn anodd eu dal. Pa rai sy'n dod gyntaf?</numerusform>
            <numerusform>{n} nod. Mae mwy na phedwar yn anodd eu dal. Pa rai sy'n dod gyntaf?</numerusform>
            <numerusform>{n} nod. Mae mwy na phedwar yn anodd eu dal. Pa rai sy'n dod gyntaf?</numerusform>
            <numerusform>{n} nod. Mae mwy na phedwar yn anodd eu dal. Pa rai sy'n dod gyntaf?</numerusform>
            <numerusform>{n} nod. Mae mwy na phedwar yn anodd eu dal. Pa rai sy'n dod gyntaf?</numerusform>
            <numerusform>{n} nod. Mae mwy na phedwar yn anodd eu dal. Pa rai sy'n dod gyntaf?</numerusform>
        </translation>
    </message>
    <message>
        <source>{who} has more than three actions due in one week.</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Mae gan {who} fwy na thri cham gweithredu i'w gwneud mewn un wythnos.</translation>
    </message>
    <message>
        <source>What happens if things get worse is not written yet.</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Nid yw'r hyn fydd yn digwydd os bydd pethau'n gwaethygu wedi'i ysgrifennu eto.</translation>
    </message>
    <message>
        <source>“{word}” can mean many things: say what will be seen.</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Gall “{word}” olygu llawer o bethau: dywedwch beth a welir.</translation>
    </message>
    <message>
        <source>How is it now? A number, a date or a plain fact.</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Sut mae hi nawr? Rhif, dyddiad neu ffaith blaen.</translation>
    </message>
    <message>
        <source>No action has a name yet.</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Nid oes enw ar unrhyw gam gweithredu eto.</translation>
    </message>
    <message>
        <source>By when?</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Erbyn pryd?</translation>
    </message>
    <message>
        <source>Which of the child's own words is this about?</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Ynghylch pa rai o eiriau'r plentyn ei hun mae hyn?</translation>
    </message>
    <message>
        <source>Getting worse</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Yn gwaethygu</translation>
    </message>
    <message>
        <source>No change</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Dim newid</translation>
    </message>
    <message>
        <source>Getting better</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Yn gwella</translation>
    </message>
    <message>
        <source>Met</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Wedi'i gyflawni</translation>
    </message>
    <message>
        <source>Name the child or the person.</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Enwch y plentyn neu'r person.</translation>
    </message>
    <message>
        <source>No number, date or how often here.</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Does dim rhif, dyddiad na pha mor aml yma.</translation>
    </message>
    <message>
        <source>Who will see it, or where is it written?</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Pwy fydd yn ei weld, neu ble mae wedi'i ysgrifennu?</translation>
    </message>
    <message>
        <source>“{word}” is no plain fact.</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Nid yw “{word}” yn ffaith blaen.</translation>
    </message>
    <message>
        <source>One name for each action, so that one person answers for it.</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Un enw i bob cam gweithredu, fel bod un person yn atebol amdano.</translation>
    </message>
    <message>
        <source>That is after the next review.</source>
        <extracomment>records/plans.py</extracomment>
        <translation>Mae hynny ar ôl yr adolygiad nesaf.</translation>
    </message>
    <message>
        <source>Done {day}</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Gwnaed {day}</translation>
    </message>
    <message>
        <source>Agreed {day}.</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Cytunwyd {day}.</translation>
    </message>
    <message>
        <source>We look at it again on {day}.</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Byddwn yn edrych arno eto {day}.</translation>
    </message>
    <message>
        <source>By {day}</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Erbyn {day}</translation>
    </message>
    <message>
        <source>Four or fewer is easiest to follow</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Pedwar neu lai yw'r hawsaf i'w ddilyn</translation>
    </message>
    <message>
        <source>About reading age {age}</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Oedran darllen tua {age}</translation>
    </message>
    <message>
        <source>Restricted answers never appear here.</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Nid yw atebion cyfyngedig byth yn ymddangos yma.</translation>
    </message>
    <message numerus="yes">
        <source>Plan on one page, {n} goals</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>
            <numerusform>Cynllun ar un dudalen, dim nodau</numerusform>
            <numerusform>Cynllun ar un dudalen, {n} nod</numerusform>
            <numerusform>Cynllun ar un dudalen, {n} nod</numerusform>
            <numerusform>Cynllun ar un dudalen, {n} nod</numerusform>
            <numerusform>Cynllun ar un dudalen, {n} nod</numerusform>
            <numerusform>Cynllun ar un dudalen, {n} nod</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number} goals</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>
            <numerusform>dim nodau</numerusform>
            <numerusform>un nod</numerusform>
            <numerusform>{number} nod</numerusform>
            <numerusform>{number} nod</numerusform>
            <numerusform>chwe nod</numerusform>
            <numerusform>{n} nod</numerusform>
        </translation>
    </message>
    <message>
        <source>Each has a name and a date</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Mae gan bob un enw a dyddiad</translation>
    </message>
    <message>
        <source>Some have no name or no date</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Mae rhai heb enw neu heb ddyddiad</translation>
    </message>
    <message>
        <source>Every goal can be measured</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Gellir mesur pob nod</translation>
    </message>
    <message numerus="yes">
        <source>{n} goals can’t be measured yet</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>
            <numerusform>Gellir mesur pob nod</numerusform>
            <numerusform>Ni ellir mesur un nod eto</numerusform>
            <numerusform>Ni ellir mesur {n} nod eto</numerusform>
            <numerusform>Ni ellir mesur {n} nod eto</numerusform>
            <numerusform>Ni ellir mesur {n} nod eto</numerusform>
            <numerusform>Ni ellir mesur {n} nod eto</numerusform>
        </translation>
    </message>
    <message>
        <source>Say who will see it, and how often</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Dywedwch pwy fydd yn ei weld, a pha mor aml</translation>
    </message>
    <message>
        <source>Plain words</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Geiriau plaen</translation>
    </message>
    <message>
        <source>Some words are hard</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Mae rhai geiriau'n anodd</translation>
    </message>
    <message>
        <source>Children’s words used</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Defnyddiwyd geiriau'r plant</translation>
    </message>
    <message>
        <source>No goal comes from a child’s words yet</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Nid oes nod yn dod o eiriau plentyn eto</translation>
    </message>
    <message>
        <source>Goals {numbers} come from them</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Daw nodau {numbers} ohonynt</translation>
    </message>
    <message>
        <source>Plan on one page, no plan yet</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Cynllun ar un dudalen, dim cynllun eto</translation>
    </message>
    <message>
        <source>Our plan for {names}</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Ein cynllun ar gyfer {names}</translation>
    </message>
    <message>
        <source>Our plan</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Ein cynllun</translation>
    </message>
    <message numerus="yes">
        <source>{number} actions</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>
            <numerusform>dim camau gweithredu</numerusform>
            <numerusform>un cam gweithredu</numerusform>
            <numerusform>dau gam gweithredu</numerusform>
            <numerusform>tri cham gweithredu</numerusform>
            <numerusform>chwe cham gweithredu</numerusform>
            <numerusform>{n} cam gweithredu</numerusform>
        </translation>
    </message>
    <message>
        <source>Goal {number} comes from them</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Daw nod {number} ohonynt</translation>
    </message>
    <message>
        <source>Link a goal to what a child said</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Cysylltwch nod â'r hyn a ddywedodd plentyn</translation>
    </message>
    <message>
        <source>No plan yet.</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Dim cynllun eto.</translation>
    </message>
    <message>
        <source>For parents</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>I rieni</translation>
    </message>
    <message>
        <source>For children</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>I blant</translation>
    </message>
    <message>
        <source>Full plan</source>
        <extracomment>ui/plan/presenter.py</extracomment>
        <translation>Cynllun llawn</translation>
    </message>
    <message>
        <source>the plan</source>
        <extracomment>ui/plan/view.py</extracomment>
        <translation>y cynllun</translation>
    </message>
    <message>
        <source>fine</source>
        <extracomment>ui/plan/view.py</extracomment>
        <translation>iawn</translation>
    </message>
    <message>
        <source>look at this</source>
        <extracomment>ui/plan/view.py</extracomment>
        <translation>edrychwch ar hwn</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>ui/plan/view.py</extracomment>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Start a plan</source>
        <extracomment>ui/plan/view.py</extracomment>
        <translation>Dechrau cynllun</translation>
    </message>
    <message>
        <source>Is it clear?</source>
        <extracomment>ui/plan/view.py</extracomment>
        <translation>A yw'n glir?</translation>
    </message>
    <message>
        <source>Plan on one page</source>
        <extracomment>ui/plan/view.py</extracomment>
        <translation>Cynllun ar un dudalen</translation>
    </message>
    <message>
        <source>Quote</source>
        <extracomment>ui/plan/view.py</extracomment>
        <translation>Dyfyniad</translation>
    </message>
    <message>
        <source>Change plan</source>
        <extracomment>ui/plan/view.py</extracomment>
        <translation>Newid y cynllun</translation>
    </message>
    <message>
        <source>Print</source>
        <extracomment>ui/plan/view.py</extracomment>
        <translation>Argraffu</translation>
    </message>
    <message>
        <source>Also in this plan</source>
        <extracomment>ui/plan/view.py</extracomment>
        <translation>Hefyd yn y cynllun hwn</translation>
    </message>
    <message>
        <source>If things get worse:</source>
        <extracomment>ui/plan/view.py</extracomment>
        <translation>Os bydd pethau'n gwaethygu:</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation type="vanished">Rhagolwg</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>New note</source>
        <extracomment>ui/shell/rail.py</extracomment>
        <translation>Nodyn newydd</translation>
    </message>
    <message>
        <source>Pages</source>
        <extracomment>ui/shell/rail.py</extracomment>
        <translation>Tudalennau</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>This record isn’t on this laptop any more.</source>
        <extracomment>ui/record/presenter.py</extracomment>
        <translation>Nid yw'r cofnod hwn ar y gliniadur hwn bellach.</translation>
    </message>
    <message>
        <source>Visit view: this record is restricted and not shown.</source>
        <extracomment>ui/record/presenter.py</extracomment>
        <translation>Golwg ymweliad: mae'r cofnod hwn yn gyfyngedig ac ni chaiff ei ddangos.</translation>
    </message>
    <message>
        <source>This record needs a form that hasn’t arrived yet. It comes with the next contact.</source>
        <extracomment>ui/record/presenter.py</extracomment>
        <translation>Mae angen ffurflen nad yw wedi cyrraedd eto ar y cofnod hwn. Daw gyda'r cyswllt nesaf.</translation>
    </message>
    <message>
        <source>Signed off. A change is kept as an addendum.</source>
        <extracomment>ui/record/presenter.py</extracomment>
        <translation>Wedi'i gymeradwyo. Cedwir newid fel atodiad.</translation>
    </message>
    <message>
        <source>Visit view: restricted parts are hidden</source>
        <extracomment>ui/record/presenter.py</extracomment>
        <translation>Golwg ymweliad: mae rhannau cyfyngedig wedi'u cuddio</translation>
    </message>
    <message>
        <source>{n} versions, last changed {when} by {who}</source>
        <extracomment>ui/record/presenter.py</extracomment>
        <translation>{n} fersiwn, newidiwyd ddiwethaf {when} gan {who}</translation>
    </message>
    <message>
        <source>the record</source>
        <extracomment>ui/record/view.py</extracomment>
        <translation>y cofnod</translation>
    </message>
    <message>
        <source>Restricted: not shown in visit view</source>
        <extracomment>ui/record/view.py</extracomment>
        <translation>Cyfyngedig: ni ddangosir yng ngolwg ymweliad</translation>
    </message>
    <message>
        <source>a drawing</source>
        <extracomment>ui/record/view.py</extracomment>
        <translation>llun</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>ui/record/view.py</extracomment>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Finished without “{question}”: {why}</source>
        <extracomment>ui/record/view.py</extracomment>
        <translation>Gorffennwyd heb “{question}”: {why}</translation>
    </message>
    <message>
        <source>Decided: {question}. Why: {why}</source>
        <extracomment>ui/record/view.py</extracomment>
        <translation>Penderfynwyd: {question}. Pam: {why}</translation>
    </message>
    <message>
        <source>Print</source>
        <extracomment>ui/record/view.py</extracomment>
        <translation>Argraffu</translation>
    </message>
    <message>
        <source>Change this</source>
        <extracomment>ui/record/view.py</extracomment>
        <translation>Newid hwn</translation>
    </message>
    <message>
        <source>Decide</source>
        <extracomment>ui/record/view.py</extracomment>
        <translation>Penderfynu</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>their words</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>eu geiriau nhw</translation>
    </message>
    <message>
        <source>what was seen</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>beth a welwyd</translation>
    </message>
    <message>
        <source>what the worker thinks</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>beth mae'r gweithiwr yn ei feddwl</translation>
    </message>
    <message>
        <source>Type a name, a place or a few words.</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>Teipiwch enw, lle neu ychydig eiriau.</translation>
    </message>
    <message>
        <source>Families</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>Teuluoedd</translation>
    </message>
    <message>
        <source>Children</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>Plant</translation>
    </message>
    <message>
        <source>Notes and words</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>Nodiadau a geiriau</translation>
    </message>
    <message>
        <source>Drafts and waiting</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>Drafftiau ac yn aros</translation>
    </message>
    <message>
        <source>Forms</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>Ffurflenni</translation>
    </message>
    <message numerus="yes">
        <source>{n} more. Add a word to narrow it.</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>
            <numerusform>Dim rhagor.</numerusform>
            <numerusform>{n} arall. Ychwanegwch air i gulhau'r chwiliad.</numerusform>
            <numerusform>{n} arall. Ychwanegwch air i gulhau'r chwiliad.</numerusform>
            <numerusform>{n} arall. Ychwanegwch air i gulhau'r chwiliad.</numerusform>
            <numerusform>{n} arall. Ychwanegwch air i gulhau'r chwiliad.</numerusform>
            <numerusform>{n} arall. Ychwanegwch air i gulhau'r chwiliad.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing on this laptop matches “{text}”.</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>Does dim ar y gliniadur hwn yn cyfateb i “{text}”.</translation>
    </message>
    <message numerus="yes">
        <source>{n} restricted results</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>
            <numerusform>Dim canlyniad cyfyngedig</numerusform>
            <numerusform>{n} canlyniad cyfyngedig</numerusform>
            <numerusform>{n} ganlyniad cyfyngedig</numerusform>
            <numerusform>{n} chanlyniad cyfyngedig</numerusform>
            <numerusform>{n} chanlyniad cyfyngedig</numerusform>
            <numerusform>{n} canlyniad cyfyngedig</numerusform>
        </translation>
    </message>
    <message>
        <source>The service can’t be searched from here yet.</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>Ni ellir chwilio'r gwasanaeth o'r fan hon eto.</translation>
    </message>
    <message numerus="yes">
        <source>Find, {n} results</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>
            <numerusform>Chwilio, dim canlyniad</numerusform>
            <numerusform>Chwilio, {n} canlyniad</numerusform>
            <numerusform>Chwilio, {n} ganlyniad</numerusform>
            <numerusform>Chwilio, {n} chanlyniad</numerusform>
            <numerusform>Chwilio, {n} chanlyniad</numerusform>
            <numerusform>Chwilio, {n} canlyniad</numerusform>
        </translation>
    </message>
    <message>
        <source>Find</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>Chwilio</translation>
    </message>
    <message>
        <source>Family, {label}, {place}</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>Teulu, {label}, {place}</translation>
    </message>
    <message>
        <source>Form</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>Ffurflen</translation>
    </message>
    <message>
        <source>Form, {title}</source>
        <extracomment>ui/search/presenter.py</extracomment>
        <translation>Ffurflen, {title}</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>ui/search/view.py</extracomment>
        <translation>Chwilio</translation>
    </message>
    <message>
        <source>A name, a place or a few words</source>
        <extracomment>ui/search/view.py</extracomment>
        <translation>Enw, lle neu ychydig eiriau</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>ui/search/view.py</extracomment>
        <translation>Agor</translation>
    </message>
    <message>
        <source>Add a new family</source>
        <extracomment>ui/search/view.py</extracomment>
        <translation>Ychwanegu teulu newydd</translation>
    </message>
    <message>
        <source>Search the service</source>
        <extracomment>ui/search/view.py</extracomment>
        <translation>Chwilio'r gwasanaeth</translation>
    </message>
</context>
<context>
    <name>Seen</name>
    <message>
        <source>not born yet</source>
        <extracomment>records/seen.py</extracomment>
        <translation>nas ganwyd eto</translation>
    </message>
    <message>
        <source>never seen by us</source>
        <extracomment>records/seen.py</extracomment>
        <translation>ni welwyd erioed gennym ni</translation>
    </message>
    <message>
        <source>watched in play</source>
        <extracomment>records/seen.py</extracomment>
        <translation>gwyliwyd wrth chwarae</translation>
    </message>
    <message>
        <source>met for the assessment of {day}</source>
        <extracomment>records/seen.py</extracomment>
        <translation>cyfarfuwyd ar gyfer asesiad {day}</translation>
    </message>
    <message>
        <source>alone</source>
        <extracomment>records/seen.py</extracomment>
        <translation>heb neb arall</translation>
    </message>
    <message>
        <source>not alone</source>
        <extracomment>records/seen.py</extracomment>
        <translation>gydag eraill</translation>
    </message>
    <message numerus="yes">
        <source>Not alone at the last {n} visits, last alone {day}.</source>
        <extracomment>records/seen.py</extracomment>
        <translation>
            <numerusform>Gydag eraill bob tro, heb neb arall ddiwethaf {day}.</numerusform>
            <numerusform>Gydag eraill yn yr ymweliad diwethaf, heb neb arall ddiwethaf {day}.</numerusform>
            <numerusform>Gydag eraill yn y {n} ymweliad diwethaf, heb neb arall ddiwethaf {day}.</numerusform>
            <numerusform>Gydag eraill yn y {n} ymweliad diwethaf, heb neb arall ddiwethaf {day}.</numerusform>
            <numerusform>Gydag eraill yn y {n} ymweliad diwethaf, heb neb arall ddiwethaf {day}.</numerusform>
            <numerusform>Gydag eraill yn y {n} ymweliad diwethaf, heb neb arall ddiwethaf {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not alone at the last {n} visits.</source>
        <extracomment>records/seen.py</extracomment>
        <translation>
            <numerusform>Gydag eraill bob tro.</numerusform>
            <numerusform>Gydag eraill yn yr ymweliad diwethaf.</numerusform>
            <numerusform>Gydag eraill yn y {n} ymweliad diwethaf.</numerusform>
            <numerusform>Gydag eraill yn y {n} ymweliad diwethaf.</numerusform>
            <numerusform>Gydag eraill yn y {n} ymweliad diwethaf.</numerusform>
            <numerusform>Gydag eraill yn y {n} ymweliad diwethaf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sleeping place last seen {day}, {n} visits without.</source>
        <extracomment>records/seen.py</extracomment>
        <translation>
            <numerusform>Gwelwyd y lle cysgu ddiwethaf {day}.</numerusform>
            <numerusform>Gwelwyd y lle cysgu ddiwethaf {day}, {n} ymweliad hebddo.</numerusform>
            <numerusform>Gwelwyd y lle cysgu ddiwethaf {day}, {n} ymweliad hebddo.</numerusform>
            <numerusform>Gwelwyd y lle cysgu ddiwethaf {day}, {n} ymweliad hebddo.</numerusform>
            <numerusform>Gwelwyd y lle cysgu ddiwethaf {day}, {n} ymweliad hebddo.</numerusform>
            <numerusform>Gwelwyd y lle cysgu ddiwethaf {day}, {n} ymweliad hebddo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sleeping place never seen, {n} visits without.</source>
        <extracomment>records/seen.py</extracomment>
        <translation>
            <numerusform>Ni welwyd y lle cysgu erioed.</numerusform>
            <numerusform>Ni welwyd y lle cysgu erioed, {n} ymweliad hebddo.</numerusform>
            <numerusform>Ni welwyd y lle cysgu erioed, {n} ymweliad hebddo.</numerusform>
            <numerusform>Ni welwyd y lle cysgu erioed, {n} ymweliad hebddo.</numerusform>
            <numerusform>Ni welwyd y lle cysgu erioed, {n} ymweliad hebddo.</numerusform>
            <numerusform>Ni welwyd y lle cysgu erioed, {n} ymweliad hebddo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>No contact for 30 days of use. You can write and read what is unsent. Family files open after the next contact.</source>
        <extracomment>ui/session.py</extracomment>
        <translation>Dim cyswllt am 30 diwrnod o ddefnydd. Gallwch ysgrifennu a darllen yr hyn sydd heb ei anfon. Bydd ffeiliau teulu'n agor ar ôl y cyswllt nesaf.</translation>
    </message>
    <message numerus="yes">
        <source>This laptop has been taken off the system. Your {n} unsent notes are safe. Ring your manager.</source>
        <extracomment>ui/session.py</extracomment>
        <translation>
            <numerusform>Mae'r gliniadur hwn wedi'i dynnu oddi ar y system. Does dim nodyn heb ei anfon. Ffoniwch eich rheolwr.</numerusform>
            <numerusform>Mae'r gliniadur hwn wedi'i dynnu oddi ar y system. Mae eich {n} nodyn heb ei anfon yn ddiogel. Ffoniwch eich rheolwr.</numerusform>
            <numerusform>Mae'r gliniadur hwn wedi'i dynnu oddi ar y system. Mae eich {n} nodyn heb eu hanfon yn ddiogel. Ffoniwch eich rheolwr.</numerusform>
            <numerusform>Mae'r gliniadur hwn wedi'i dynnu oddi ar y system. Mae eich {n} nodyn heb eu hanfon yn ddiogel. Ffoniwch eich rheolwr.</numerusform>
            <numerusform>Mae'r gliniadur hwn wedi'i dynnu oddi ar y system. Mae eich {n} nodyn heb eu hanfon yn ddiogel. Ffoniwch eich rheolwr.</numerusform>
            <numerusform>Mae'r gliniadur hwn wedi'i dynnu oddi ar y system. Mae eich {n} nodyn heb eu hanfon yn ddiogel. Ffoniwch eich rheolwr.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending has stopped. Your work is safe here.</source>
        <extracomment>ui/session.py</extracomment>
        <translation>Mae'r anfon wedi stopio. Mae eich gwaith yn ddiogel yma.</translation>
    </message>
    <message>
        <source>This laptop's clock and the service's differ. Your notes say both times; nothing is blocked.</source>
        <extracomment>ui/session.py</extracomment>
        <translation>Mae cloc y gliniadur hwn a chloc y gwasanaeth yn wahanol. Mae eich nodiadau'n dweud y ddau amser; does dim wedi'i rwystro.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Type your passphrase as it is now.</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Teipiwch eich cyfrinymadrodd fel y mae nawr.</translation>
    </message>
    <message>
        <source>Too easy to guess. Use four random words, or at least 12 characters.</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Rhy hawdd ei ddyfalu. Defnyddiwch bedwar gair ar hap, neu o leiaf 12 nod.</translation>
    </message>
    <message>
        <source>The passphrase can’t be changed here.</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Ni ellir newid y cyfrinymadrodd yma.</translation>
    </message>
    <message>
        <source>Your passphrase is changed. Use the new one from now on.</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Mae eich cyfrinymadrodd wedi'i newid. Defnyddiwch yr un newydd o hyn ymlaen.</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Gosodiadau</translation>
    </message>
    <message>
        <source>Strong enough</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Digon cryf</translation>
    </message>
    <message>
        <source>Too easy to guess</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Rhy hawdd ei ddyfalu</translation>
    </message>
    <message numerus="yes">
        <source>Wait {n} seconds, then try again. Nothing is deleted, however many times you try.</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>
            <numerusform>Rhowch gynnig arall arni nawr. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</numerusform>
            <numerusform>Arhoswch {n} eiliad, yna rhowch gynnig arall arni. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</numerusform>
            <numerusform>Arhoswch {n} eiliad, yna rhowch gynnig arall arni. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</numerusform>
            <numerusform>Arhoswch {n} eiliad, yna rhowch gynnig arall arni. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</numerusform>
            <numerusform>Arhoswch {n} eiliad, yna rhowch gynnig arall arni. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</numerusform>
            <numerusform>Arhoswch {n} eiliad, yna rhowch gynnig arall arni. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</numerusform>
        </translation>
    </message>
    <message>
        <source>That passphrase isn’t right. Try again.</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Nid yw'r cyfrinymadrodd hwnnw'n gywir. Rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>The new one is too easy to guess.</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Mae'r un newydd yn rhy hawdd ei ddyfalu.</translation>
    </message>
    <message>
        <source>Licence</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Trwydded</translation>
    </message>
    <message>
        <source>MIT. Fonts: SIL Open Font Licence. Icons: ISC.</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>MIT. Ffontiau: SIL Open Font Licence. Eiconau: ISC.</translation>
    </message>
    <message>
        <source>The new PIN is set.</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Mae'r PIN newydd wedi'i osod.</translation>
    </message>
    <message>
        <source>Fieldapp</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Fieldapp</translation>
    </message>
    <message>
        <source>Organisation</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Sefydliad</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Golau</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Cyferbyniad uchel</translation>
    </message>
    <message>
        <source>Choose four digits.</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>Dewiswch bedwar digid.</translation>
    </message>
    <message>
        <source>{n} %</source>
        <extracomment>ui/settings/presenter.py</extracomment>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Reduce movement</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Llai o symud</translation>
    </message>
    <message>
        <source>Larger buttons for touch</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Botymau mwy ar gyfer cyffwrdd</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Dangos yr hyn rwy'n ei deipio</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Newid y cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Your passphrase now</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Eich cyfrinymadrodd nawr</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Cyfrinymadrodd newydd</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Gosod PIN</translation>
    </message>
    <message>
        <source>Pass-back PIN</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>PIN rhoi'n ôl</translation>
    </message>
    <message>
        <source>How it looks</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Sut mae'n edrych</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>About</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Ynghylch</translation>
    </message>
    <message>
        <source>Nothing slides or fades.</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Does dim yn llithro nac yn pylu.</translation>
    </message>
    <message>
        <source>Four random words, or at least 12 characters.</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Pedwar gair ar hap, neu o leiaf 12 nod.</translation>
    </message>
    <message>
        <source>Four digits. This is not a key. It only guards the screen.</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Pedwar digid. Nid allwedd yw hwn. Dim ond gwarchod y sgrin y mae.</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Maint y testun</translation>
    </message>
    <message>
        <source>Contrast</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Cyferbyniad</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Iaith</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Newid y PIN</translation>
    </message>
    <message>
        <source>Changing</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Wrthi'n newid</translation>
    </message>
    <message>
        <source>The passphrase was not changed. The old one still opens this laptop.</source>
        <extracomment>ui/settings/view.py</extracomment>
        <translation>Ni newidiwyd y cyfrinymadrodd. Mae'r hen un yn dal i agor y gliniadur hwn.</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>a drawing</source>
        <extracomment>ui/sharing/paper.py</extracomment>
        <translation>llun</translation>
    </message>
    <message>
        <source>What the copy holds: {title}</source>
        <extracomment>ui/sharing/paper.py</extracomment>
        <translation>Beth sydd yn y copi: {title}</translation>
    </message>
    <message>
        <source>Check before you share</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Gwiriwch cyn rhannu</translation>
    </message>
    <message>
        <source>Stays with {organisation}</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Yn aros gyda {organisation}</translation>
    </message>
    <message>
        <source>This note names somebody who must not be told. Read who and why before you share a copy.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Mae'r nodyn hwn yn enwi rhywun na ddylai gael gwybod. Darllenwch pwy a pham cyn rhannu copi.</translation>
    </message>
    <message>
        <source>Nothing is left to share after hiding. Check step 2.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Does dim ar ôl i'w rannu ar ôl cuddio. Gwiriwch gam 2.</translation>
    </message>
    <message>
        <source>Saved in “{folder}” as “{pdf}”, and as “{twin}” for a screen reader. These two files are not locked: whoever has them can read them.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Wedi'i gadw yn “{folder}” fel “{pdf}”, ac fel “{twin}” ar gyfer darllenydd sgrin. Nid yw'r ddwy ffeil hyn wedi'u cloi: gall pwy bynnag sydd â nhw eu darllen.</translation>
    </message>
    <message>
        <source>This family isn’t on this laptop any more.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Nid yw'r teulu hwn ar y gliniadur hwn bellach.</translation>
    </message>
    <message>
        <source>{child} asked us to keep this safe. It stays in Fieldapp, and no copy is made of it. {child} can ask for one whenever they like.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Gofynnodd {child} i ni gadw hyn yn ddiogel. Mae'n aros yn Fieldapp, ac ni wneir copi ohono. Gall {child} ofyn am gopi unrhyw bryd.</translation>
    </message>
    <message>
        <source>A copy of their own, in large letters</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Eu copi eu hunain, mewn llythrennau mawr</translation>
    </message>
    <message numerus="yes">
        <source>{n} restricted answers</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>
            <numerusform>dim atebion cyfyngedig</numerusform>
            <numerusform>{n} ateb cyfyngedig</numerusform>
            <numerusform>{n} ateb cyfyngedig</numerusform>
            <numerusform>{n} ateb cyfyngedig</numerusform>
            <numerusform>{n} ateb cyfyngedig</numerusform>
            <numerusform>{n} ateb cyfyngedig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} answers about what a child said</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>
            <numerusform>dim atebion am yr hyn a ddywedodd plentyn</numerusform>
            <numerusform>{n} ateb am yr hyn a ddywedodd plentyn</numerusform>
            <numerusform>{n} ateb am yr hyn a ddywedodd plentyn</numerusform>
            <numerusform>{n} ateb am yr hyn a ddywedodd plentyn</numerusform>
            <numerusform>{n} ateb am yr hyn a ddywedodd plentyn</numerusform>
            <numerusform>{n} ateb am yr hyn a ddywedodd plentyn</numerusform>
        </translation>
    </message>
    <message>
        <source>The child did not say that anyone may know, or it may mean harm</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Ni ddywedodd y plentyn y caiff unrhyw un wybod, neu gall olygu niwed</translation>
    </message>
    <message numerus="yes">
        <source>{n} answers that are a child’s own</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>
            <numerusform>dim atebion sy'n eiddo i blentyn</numerusform>
            <numerusform>{n} ateb sy'n eiddo i blentyn</numerusform>
            <numerusform>{n} ateb sy'n eiddo i blentyn</numerusform>
            <numerusform>{n} ateb sy'n eiddo i blentyn</numerusform>
            <numerusform>{n} ateb sy'n eiddo i blentyn</numerusform>
            <numerusform>{n} ateb sy'n eiddo i blentyn</numerusform>
        </translation>
    </message>
    <message>
        <source>The parts of {names}</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Rhannau {names}</translation>
    </message>
    <message numerus="yes">
        <source>{n} answers; this copy is about {child}</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>
            <numerusform>dim atebion; mae'r copi hwn am {child}</numerusform>
            <numerusform>{n} ateb; mae'r copi hwn am {child}</numerusform>
            <numerusform>{n} ateb; mae'r copi hwn am {child}</numerusform>
            <numerusform>{n} ateb; mae'r copi hwn am {child}</numerusform>
            <numerusform>{n} ateb; mae'r copi hwn am {child}</numerusform>
            <numerusform>{n} ateb; mae'r copi hwn am {child}</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody else’s words</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Geiriau pawb arall</translation>
    </message>
    <message>
        <source>The child</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Y plentyn</translation>
    </message>
    <message>
        <source>{child} did not want a copy. None is made.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Nid oedd {child} eisiau copi. Ni wneir un.</translation>
    </message>
    <message>
        <source>That isn’t the name above.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Nid dyna'r enw uchod.</translation>
    </message>
    <message>
        <source>Copy {day}</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Copi {day}</translation>
    </message>
    <message numerus="yes">
        <source>{n} answers are in it</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>
            <numerusform>Does dim atebion ynddo</numerusform>
            <numerusform>Mae {n} ateb ynddo</numerusform>
            <numerusform>Mae {n} ateb ynddo</numerusform>
            <numerusform>Mae {n} ateb ynddo</numerusform>
            <numerusform>Mae {n} ateb ynddo</numerusform>
            <numerusform>Mae {n} ateb ynddo</numerusform>
        </translation>
    </message>
    <message>
        <source>This record isn’t on this laptop any more.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Nid yw'r cofnod hwn ar y gliniadur hwn bellach.</translation>
    </message>
    <message>
        <source>Visit view: this record is restricted and not shown.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Golwg ymweliad: mae'r cofnod hwn yn gyfyngedig ac ni chaiff ei ddangos.</translation>
    </message>
    <message>
        <source>This record is restricted. No copy of it leaves Fieldapp.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Mae'r cofnod hwn yn gyfyngedig. Nid oes copi ohono'n gadael Fieldapp.</translation>
    </message>
    <message>
        <source>There is no copy to make of this kind of record yet.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Does dim copi i'w wneud o'r math hwn o gofnod eto.</translation>
    </message>
    <message>
        <source>What do you want to share?</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Beth hoffech chi ei rannu?</translation>
    </message>
    <message>
        <source>Our own paper file</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Ein ffeil bapur ein hunain</translation>
    </message>
    <message>
        <source>Some answers are not part of this copy</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Nid yw rhai atebion yn rhan o'r copi hwn</translation>
    </message>
    <message>
        <source>Visit view does not say which kind</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Nid yw golwg ymweliad yn dweud pa fath</translation>
    </message>
    <message>
        <source>The words of {names}</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Geiriau {names}</translation>
    </message>
    <message numerus="yes">
        <source>{n} drawings</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>
            <numerusform>dim lluniau</numerusform>
            <numerusform>{n} llun</numerusform>
            <numerusform>{n} lun</numerusform>
            <numerusform>{n} llun</numerusform>
            <numerusform>{n} llun</numerusform>
            <numerusform>{n} llun</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to share yet. Copies are made of finished notes.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Does dim i'w rannu eto. Gwneir copïau o nodiadau gorffenedig.</translation>
    </message>
    <message>
        <source>A child</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Plentyn</translation>
    </message>
    <message numerus="yes">
        <source>{title}, {n} pages</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>
            <numerusform>{title}, dim tudalennau</numerusform>
            <numerusform>{title}, {n} dudalen</numerusform>
            <numerusform>{title}, {n} dudalen</numerusform>
            <numerusform>{title}, {n} tudalen</numerusform>
            <numerusform>{title}, {n} thudalen</numerusform>
            <numerusform>{title}, {n} tudalen</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Rhywun arall</translation>
    </message>
    <message>
        <source>Somebody at school, a health visitor, another person</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Rhywun yn yr ysgol, ymwelydd iechyd, person arall</translation>
    </message>
    <message>
        <source>All of them</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Pob un ohonynt</translation>
    </message>
    <message>
        <source>These never leave Fieldapp</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Nid yw'r rhain byth yn gadael Fieldapp</translation>
    </message>
    <message>
        <source>What was seen and thought about each child</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Beth a welwyd ac a feddyliwyd am bob plentyn</translation>
    </message>
    <message>
        <source>The copy holds what the child said, drew and chose</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Mae'r copi'n cynnwys yr hyn a ddywedodd, a dynnodd ac a ddewisodd y plentyn</translation>
    </message>
    <message numerus="yes">
        <source>Somebody’s own words, {n} times</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>
            <numerusform>Dim geiriau neb</numerusform>
            <numerusform>Geiriau rhywun, unwaith</numerusform>
            <numerusform>Geiriau rhywun, ddwywaith</numerusform>
            <numerusform>Geiriau rhywun, deirgwaith</numerusform>
            <numerusform>Geiriau rhywun, chwe gwaith</numerusform>
            <numerusform>Geiriau rhywun, {n} gwaith</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of this has not been sent yet. Every page says so.</source>
        <extracomment>ui/sharing/presenter.py</extracomment>
        <translation>Nid yw peth o hyn wedi'i anfon eto. Mae pob tudalen yn dweud hynny.</translation>
    </message>
    <message>
        <source>Type the surname of the person receiving it</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Teipiwch gyfenw'r person sy'n ei dderbyn</translation>
    </message>
    <message>
        <source>A copy in the wrong hands can put a child at risk. Typing the name makes you look twice.</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Gall copi yn y dwylo anghywir roi plentyn mewn perygl. Mae teipio'r enw yn gwneud i chi edrych ddwywaith.</translation>
    </message>
    <message>
        <source>This is what the pages will hold. The saved copy is laid out on A4.</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Dyma beth fydd ar y tudalennau. Gosodir y copi a gedwir ar A4.</translation>
    </message>
    <message>
        <source>Step {n}: {what}</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Cam {n}: {what}</translation>
    </message>
    <message>
        <source>Hidden: {what}. {why}</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Wedi'i guddio: {what}. {why}</translation>
    </message>
    <message>
        <source>Save the copy</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Cadw'r copi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Wedi gorffen</translation>
    </message>
    <message>
        <source>Save it once more</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Ei gadw unwaith eto</translation>
    </message>
    <message numerus="yes">
        <source>PDF, {n} pages</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>
            <numerusform>PDF, dim tudalennau</numerusform>
            <numerusform>PDF, {n} dudalen</numerusform>
            <numerusform>PDF, {n} dudalen</numerusform>
            <numerusform>PDF, {n} tudalen</numerusform>
            <numerusform>PDF, {n} thudalen</numerusform>
            <numerusform>PDF, {n} tudalen</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Use this name</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Defnyddio'r enw hwn</translation>
    </message>
    <message>
        <source>Choose from the list</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Dewis o'r rhestr</translation>
    </message>
    <message>
        <source>A saved copy is not locked. Keep it as you would a paper file.</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Nid yw copi a gedwir wedi'i gloi. Cadwch ef fel y byddech yn cadw ffeil bapur.</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Eich cyfrinymadrodd</translation>
    </message>
    <message>
        <source>What you save can be read without Fieldapp, so it asks who you are.</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Gellir darllen yr hyn a gadwch heb Fieldapp, felly mae'n gofyn pwy ydych chi.</translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Cyfrinymadrodd, unwaith eto</translation>
    </message>
    <message>
        <source>Checking</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Yn gwirio</translation>
    </message>
    <message>
        <source>Saving</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Yn cadw</translation>
    </message>
    <message>
        <source>What stays hidden</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Beth sy'n aros ynghudd</translation>
    </message>
    <message>
        <source>What the copy holds</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Beth sydd yn y copi</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>I bwy mae'r copi?</translation>
    </message>
    <message>
        <source>Their whole name</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Eu henw llawn</translation>
    </message>
    <message>
        <source>Who they are</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Pwy ydyn nhw</translation>
    </message>
    <message>
        <source>Making the pages</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Yn gwneud y tudalennau</translation>
    </message>
    <message>
        <source>Choose who it is for. What the copy holds is shown here first.</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Dewiswch i bwy mae'r copi. Dangosir yma yn gyntaf beth sydd ynddo.</translation>
    </message>
    <message>
        <source>That passphrase isn’t right. Try again.</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Nid yw'r cyfrinymadrodd hwnnw'n gywir. Rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>PDF and its twin for screen readers</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>PDF a'i efaill ar gyfer darllenwyr sgrin</translation>
    </message>
    <message>
        <source>What is in it</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Beth sydd ynddo</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Newid</translation>
    </message>
    <message>
        <source>Change who it is for: {name}</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Newid i bwy mae'r copi: {name}</translation>
    </message>
    <message>
        <source>Which child is this copy about?</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Am ba blentyn mae'r copi hwn?</translation>
    </message>
    <message>
        <source>In which language?</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Ym mha iaith?</translation>
    </message>
    <message>
        <source>For example: class teacher at Marsh Lane School</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Er enghraifft: athrawes ddosbarth yn Ysgol Lôn y Gors</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Ymlaen</translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Does dim wedi'i adael allan</translation>
    </message>
    <message>
        <source>This reader may have all of it</source>
        <extracomment>ui/sharing/view.py</extracomment>
        <translation>Caiff y darllenydd hwn y cyfan</translation>
    </message>
    <message>
        <source>This form hasn't arrived on this laptop yet. It comes with the next contact.</source>
        <translation type="vanished">Nid yw'r ffurflen hon wedi cyrraedd y gliniadur hwn eto. Daw gyda'r cyswllt nesaf.</translation>
    </message>
    <message>
        <source>This record isn't on this laptop any more.</source>
        <translation type="vanished">Dyw'r cofnod hwn ddim ar y gliniadur hwn bellach.</translation>
    </message>
    <message>
        <source>The copy could not be saved there. Nothing was shared, and nothing is lost. Choose another place.</source>
        <translation type="vanished">Nid oedd modd cadw'r copi yno. Ni rannwyd dim, ac ni chollwyd dim. Dewiswch le arall.</translation>
    </message>
    <message>
        <source>There is no room left there. Nothing was shared, and nothing is lost. Choose another place.</source>
        <translation type="vanished">Does dim lle ar ôl yno. Ni rannwyd dim, ac ni chollwyd dim. Dewiswch le arall.</translation>
    </message>
    <message>
        <source>You can't save in that folder. Nothing was shared, and nothing is lost. Choose another place.</source>
        <translation type="vanished">Ni allwch gadw yn y ffolder honno. Ni rannwyd dim, ac ni chollwyd dim. Dewiswch le arall.</translation>
    </message>
    <message>
        <source>That folder isn't there any more. Nothing was shared, and nothing is lost. Choose another place.</source>
        <translation type="vanished">Nid yw'r ffolder honno yno bellach. Ni rannwyd dim, ac ni chollwyd dim. Dewiswch le arall.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Last sent {when}</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Anfonwyd ddiwethaf {when}</translation>
    </message>
    <message numerus="yes">
        <source>Locking in {n} minutes.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>
            <numerusform>Yn cloi nawr.</numerusform>
            <numerusform>Yn cloi ymhen {n} munud.</numerusform>
            <numerusform>Yn cloi ymhen {n} funud.</numerusform>
            <numerusform>Yn cloi ymhen {n} munud.</numerusform>
            <numerusform>Yn cloi ymhen {n} munud.</numerusform>
            <numerusform>Yn cloi ymhen {n} munud.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No contact for {n} days of use.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>
            <numerusform>Dim cyswllt heddiw.</numerusform>
            <numerusform>Dim cyswllt am {n} diwrnod o ddefnydd.</numerusform>
            <numerusform>Dim cyswllt am {n} ddiwrnod o ddefnydd.</numerusform>
            <numerusform>Dim cyswllt am {n} diwrnod o ddefnydd.</numerusform>
            <numerusform>Dim cyswllt am {n} diwrnod o ddefnydd.</numerusform>
            <numerusform>Dim cyswllt am {n} diwrnod o ddefnydd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved on this laptop.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Wedi'i gadw ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>Not checked for a signal yet.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Heb chwilio am signal eto.</translation>
    </message>
    <message numerus="yes">
        <source>{n} not sent yet</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>
            <numerusform>Dim byd heb ei anfon</numerusform>
            <numerusform>{n} heb ei anfon eto</numerusform>
            <numerusform>{n} heb eu hanfon eto</numerusform>
            <numerusform>{n} heb eu hanfon eto</numerusform>
            <numerusform>{n} heb eu hanfon eto</numerusform>
            <numerusform>{n} heb eu hanfon eto</numerusform>
        </translation>
    </message>
    <message>
        <source>All sent, {held} held</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Popeth wedi'i anfon, {held} wedi'i ddal</translation>
    </message>
    <message>
        <source>All sent</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Popeth wedi'i anfon</translation>
    </message>
    <message>
        <source>Decide</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Penderfynu</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Yn aros</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Ymarferydd</translation>
    </message>
    <message>
        <source>Your words are saved.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Mae eich geiriau wedi'u cadw.</translation>
    </message>
    <message>
        <source>Stay open</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Aros ar agor</translation>
    </message>
    <message>
        <source>This laptop is nearly full.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Mae'r gliniadur hwn bron yn llawn.</translation>
    </message>
    <message>
        <source>Text is still being saved.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Mae testun yn dal i gael ei gadw.</translation>
    </message>
    <message>
        <source>See what uses space</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Gweld beth sy'n llenwi'r lle</translation>
    </message>
    <message>
        <source>Offline.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>All-lein.</translation>
    </message>
    <message>
        <source>Everything is saved on this laptop.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Mae popeth wedi'i gadw ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>Getting what is new.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Yn nôl yr hyn sy'n newydd.</translation>
    </message>
    <message>
        <source>Up to date at {time}.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Yn gyfoes am {time}.</translation>
    </message>
    <message>
        <source>Online.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Ar-lein.</translation>
    </message>
    <message>
        <source>Sending {number} of {of}.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Yn anfon {number} o {of}.</translation>
    </message>
    <message>
        <source>Slow signal.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Signal araf.</translation>
    </message>
    <message>
        <source>Text goes first.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Testun sy'n mynd gyntaf.</translation>
    </message>
    <message>
        <source>Sending is paused until {time}.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Mae'r anfon wedi'i oedi tan {time}.</translation>
    </message>
    <message>
        <source>Sending is paused.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Mae'r anfon wedi'i oedi.</translation>
    </message>
    <message>
        <source>Field mode.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Modd maes.</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Anfon nawr</translation>
    </message>
    <message>
        <source>Sign in again to send.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Mewngofnodwch eto i anfon.</translation>
    </message>
    <message>
        <source>You can keep writing.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Gallwch ddal i ysgrifennu.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Mewngofnodi</translation>
    </message>
    <message>
        <source>The service is busy.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Mae'r gwasanaeth yn brysur.</translation>
    </message>
    <message>
        <source>We'll try again by ourselves.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Byddwn yn rhoi cynnig arall arni ein hunain.</translation>
    </message>
    <message>
        <source>No contact for 30 days of use.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Dim cyswllt am 30 diwrnod o ddefnydd.</translation>
    </message>
    <message>
        <source>You can write and read what is unsent. Family files open after the next contact.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Gallwch ysgrifennu a darllen yr hyn sydd heb ei anfon. Bydd ffeiliau teulu'n agor ar ôl y cyswllt nesaf.</translation>
    </message>
    <message>
        <source>Family files close after 30.</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Mae ffeiliau teulu'n cau ar ôl 30.</translation>
    </message>
    <message>
        <source>{count}, {held} held</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>{count}, {held} wedi'i ddal</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Heddiw</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Cymeradwyo</translation>
    </message>
    <message>
        <source>Families</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Teuluoedd</translation>
    </message>
    <message>
        <source>Drafts</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Drafftiau</translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Angen eich penderfyniad</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Yn aros i'w hanfon</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Chwilio</translation>
    </message>
    <message>
        <source>On this laptop</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Gosodiadau</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Mwy</translation>
    </message>
    <message>
        <source>Manager</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Rheolwr</translation>
    </message>
    <message>
        <source>Auditor</source>
        <extracomment>ui/shell/wording.py</extracomment>
        <translation>Archwilydd</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Clock uncertain</source>
        <extracomment>ui/shell/strip.py</extracomment>
        <translation>Cloc ansicr</translation>
    </message>
    <message>
        <source>Hide screen</source>
        <extracomment>ui/shell/strip.py</extracomment>
        <translation>Cuddio'r sgrin</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>ui/shell/strip.py</extracomment>
        <translation>Cloi</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>ui/shell/strip.py</extracomment>
        <translation>Statws</translation>
    </message>
    <message>
        <source>Opens Waiting to send</source>
        <extracomment>ui/shell/strip.py</extracomment>
        <translation>Yn agor Yn aros i'w hanfon</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Show {n} more</source>
        <extracomment>ui/kit/timeline.py</extracomment>
        <translation>Dangos {n} arall</translation>
    </message>
    <message>
        <source>Showing 1 to {shown} of {of}</source>
        <extracomment>ui/kit/timeline.py</extracomment>
        <translation>Yn dangos 1 i {shown} o {of}</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>today {time}</source>
        <extracomment>words.py</extracomment>
        <translation>heddiw {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <extracomment>words.py</extracomment>
        <translation>ddoe {time}</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>A note</source>
        <extracomment>ui/pages/titles.py</extracomment>
        <translation>Nodyn</translation>
    </message>
    <message>
        <source>Family details</source>
        <extracomment>ui/pages/titles.py</extracomment>
        <translation>Manylion y teulu</translation>
    </message>
    <message>
        <source>About {name}</source>
        <extracomment>ui/pages/titles.py</extracomment>
        <translation>Ynghylch {name}</translation>
    </message>
    <message>
        <source>A person</source>
        <extracomment>ui/pages/titles.py</extracomment>
        <translation>Person</translation>
    </message>
    <message>
        <source>{child}’s record</source>
        <extracomment>ui/pages/titles.py</extracomment>
        <translation>Cofnod {child}</translation>
    </message>
    <message>
        <source>A child’s record</source>
        <extracomment>ui/pages/titles.py</extracomment>
        <translation>Cofnod plentyn</translation>
    </message>
    <message>
        <source>How {a} and {b} are related</source>
        <extracomment>ui/pages/titles.py</extracomment>
        <translation>Sut mae {a} a {b} yn perthyn</translation>
    </message>
    <message>
        <source>A relationship</source>
        <extracomment>ui/pages/titles.py</extracomment>
        <translation>Perthynas</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>{n} GB free</source>
        <extracomment>records/today.py</extracomment>
        <translation>{n} GB yn rhydd</translation>
    </message>
    <message>
        <source>Planned for {day}, nothing recorded</source>
        <extracomment>records/today.py</extracomment>
        <translation>Wedi'i gynllunio ar gyfer {day}, dim ar gofnod</translation>
    </message>
    <message>
        <source>{child} last seen {ago}</source>
        <extracomment>records/today.py</extracomment>
        <translation>Gwelwyd {child} ddiwethaf {ago}</translation>
    </message>
    <message>
        <source>Find an answer, then tell {child}.</source>
        <extracomment>records/today.py</extracomment>
        <translation>Dod o hyd i ateb, yna dweud wrth {child}.</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <extracomment>records/today.py</extracomment>
        <translation>I fod {day}</translation>
    </message>
    <message numerus="yes">
        <source>{n} families not on this laptop</source>
        <extracomment>records/today.py</extracomment>
        <translation>
            <numerusform>Mae pob teulu ar y gliniadur hwn</numerusform>
            <numerusform>{n} teulu heb fod ar y gliniadur hwn</numerusform>
            <numerusform>{n} deulu heb fod ar y gliniadur hwn</numerusform>
            <numerusform>{n} theulu heb fod ar y gliniadur hwn</numerusform>
            <numerusform>{n} theulu heb fod ar y gliniadur hwn</numerusform>
            <numerusform>{n} teulu heb fod ar y gliniadur hwn</numerusform>
        </translation>
    </message>
    <message>
        <source>Both families are on this laptop</source>
        <extracomment>records/today.py</extracomment>
        <translation>Mae'r ddau deulu ar y gliniadur hwn</translation>
    </message>
    <message numerus="yes">
        <source>All {number} families are on this laptop</source>
        <extracomment>records/today.py</extracomment>
        <translation>
            <numerusform>Does dim teuluoedd i'w cael ar y gliniadur hwn</numerusform>
            <numerusform>Mae'r teulu ar y gliniadur hwn</numerusform>
            <numerusform>Mae'r ddau deulu ar y gliniadur hwn</numerusform>
            <numerusform>Mae'r tri theulu ar y gliniadur hwn</numerusform>
            <numerusform>Mae'r chwe theulu ar y gliniadur hwn</numerusform>
            <numerusform>Mae'r {n} teulu ar y gliniadur hwn</numerusform>
        </translation>
    </message>
    <message>
        <source>Files, plans, chronologies and forms</source>
        <extracomment>records/today.py</extracomment>
        <translation>Ffeiliau, cynlluniau, cronolegau a ffurflenni</translation>
    </message>
    <message numerus="yes">
        <source>{number} plans may be old</source>
        <extracomment>records/today.py</extracomment>
        <translation>
            <numerusform>Nid oes cynllun a allai fod yn hen</numerusform>
            <numerusform>Gallai un cynllun fod yn hen</numerusform>
            <numerusform>Gallai dau gynllun fod yn hen</numerusform>
            <numerusform>Gallai tri chynllun fod yn hen</numerusform>
            <numerusform>Gallai chwe chynllun fod yn hen</numerusform>
            <numerusform>Gallai {n} cynllun fod yn hen</numerusform>
        </translation>
    </message>
    <message>
        <source>refreshed {day}</source>
        <extracomment>records/today.py</extracomment>
        <translation>adnewyddwyd {day}</translation>
    </message>
    <message>
        <source>never refreshed here</source>
        <extracomment>records/today.py</extracomment>
        <translation>heb ei adnewyddu yma erioed</translation>
    </message>
    <message numerus="yes">
        <source>{n} held items need you</source>
        <extracomment>records/today.py</extracomment>
        <translation>
            <numerusform>Does dim eitem a ddelir sydd angen rhywbeth gennych</numerusform>
            <numerusform>Mae angen rhywbeth gennych ar un eitem a ddelir</numerusform>
            <numerusform>Mae angen rhywbeth gennych ar {n} eitem a ddelir</numerusform>
            <numerusform>Mae angen rhywbeth gennych ar {n} eitem a ddelir</numerusform>
            <numerusform>Mae angen rhywbeth gennych ar {n} eitem a ddelir</numerusform>
            <numerusform>Mae angen rhywbeth gennych ar {n} eitem a ddelir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} answers need your decision</source>
        <extracomment>records/today.py</extracomment>
        <translation>
            <numerusform>Does dim ateb yn aros am eich penderfyniad</numerusform>
            <numerusform>Mae angen eich penderfyniad ar un ateb</numerusform>
            <numerusform>Mae angen eich penderfyniad ar {n} ateb</numerusform>
            <numerusform>Mae angen eich penderfyniad ar {n} ateb</numerusform>
            <numerusform>Mae angen eich penderfyniad ar {n} ateb</numerusform>
            <numerusform>Mae angen eich penderfyniad ar {n} ateb</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not sent yet, they go by themselves</source>
        <extracomment>records/today.py</extracomment>
        <translation>
            <numerusform>Popeth wedi'i anfon</numerusform>
            <numerusform>{n} heb ei anfon eto, bydd yn mynd ohono'i hun</numerusform>
            <numerusform>{n} heb eu hanfon eto, byddant yn mynd ohonynt eu hunain</numerusform>
            <numerusform>{n} heb eu hanfon eto, byddant yn mynd ohonynt eu hunain</numerusform>
            <numerusform>{n} heb eu hanfon eto, byddant yn mynd ohonynt eu hunain</numerusform>
            <numerusform>{n} heb eu hanfon eto, byddant yn mynd ohonynt eu hunain</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is held and nothing waits for you</source>
        <extracomment>records/today.py</extracomment>
        <translation>Does dim wedi'i ddal a does dim yn aros amdanoch</translation>
    </message>
    <message>
        <source>Plenty of room</source>
        <extracomment>records/today.py</extracomment>
        <translation>Digon o le</translation>
    </message>
    <message>
        <source>Battery {n} %</source>
        <extracomment>records/today.py</extracomment>
        <translation>Batri {n} %</translation>
    </message>
    <message>
        <source>Done today</source>
        <extracomment>records/today.py</extracomment>
        <translation>Wedi'i wneud heddiw</translation>
    </message>
    <message>
        <source>Planned today</source>
        <extracomment>records/today.py</extracomment>
        <translation>Wedi'i gynllunio heddiw</translation>
    </message>
    <message>
        <source>{child} {seen}</source>
        <extracomment>records/today.py</extracomment>
        <translation>{child}: {seen}</translation>
    </message>
    <message>
        <source>{child} said “{words}”</source>
        <extracomment>records/today.py</extracomment>
        <translation>Dywedodd {child} “{words}”</translation>
    </message>
    <message>
        <source>Tell {child} what has happened.</source>
        <extracomment>records/today.py</extracomment>
        <translation>Dweud wrth {child} beth sydd wedi digwydd.</translation>
    </message>
    <message>
        <source>Find an answer.</source>
        <extracomment>records/today.py</extracomment>
        <translation>Dod o hyd i ateb.</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <extracomment>records/today.py</extracomment>
        <translation>I fod yfory</translation>
    </message>
    <message>
        <source>No visit is due today.</source>
        <extracomment>records/today.py</extracomment>
        <translation>Does dim ymweliad i fod heddiw.</translation>
    </message>
    <message>
        <source>All visits of today are on record.</source>
        <extracomment>records/today.py</extracomment>
        <translation>Mae holl ymweliadau heddiw ar gofnod.</translation>
    </message>
    <message numerus="yes">
        <source>{number} visits done, {left} to go.</source>
        <extracomment>records/today.py</extracomment>
        <translation>
            <numerusform>Dim ymweliad wedi'i wneud, {left} i fynd.</numerusform>
            <numerusform>Un ymweliad wedi'i wneud, {left} i fynd.</numerusform>
            <numerusform>Dau ymweliad wedi'u gwneud, {left} i fynd.</numerusform>
            <numerusform>Tri ymweliad wedi'u gwneud, {left} i fynd.</numerusform>
            <numerusform>Chwe ymweliad wedi'u gwneud, {left} i fynd.</numerusform>
            <numerusform>{n} ymweliad wedi'u gwneud, {left} i fynd.</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}, booked {day}</source>
        <extracomment>records/today.py</extracomment>
        <translation>{what}, wedi'i drefnu ar gyfer {day}</translation>
    </message>
    <message>
        <source>Your families are on this laptop</source>
        <extracomment>records/today.py</extracomment>
        <translation>Mae eich teuluoedd ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>Plans are fresh</source>
        <extracomment>records/today.py</extracomment>
        <translation>Mae'r cynlluniau'n gyfredol</translation>
    </message>
    <message>
        <source>It is kept safe on this laptop</source>
        <extracomment>records/today.py</extracomment>
        <translation>Fe'i cedwir yn ddiogel ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>Room on this laptop is not known</source>
        <extracomment>records/today.py</extracomment>
        <translation>Nid yw'r lle ar y gliniadur hwn yn hysbys</translation>
    </message>
    <message>
        <source>Little room left</source>
        <extracomment>records/today.py</extracomment>
        <translation>Ychydig o le ar ôl</translation>
    </message>
    <message>
        <source>Text is still being saved</source>
        <extracomment>records/today.py</extracomment>
        <translation>Mae testun yn dal i gael ei gadw</translation>
    </message>
    <message>
        <source>Battery is not known</source>
        <extracomment>records/today.py</extracomment>
        <translation>Nid yw'r batri'n hysbys</translation>
    </message>
    <message>
        <source>Look at the laptop's own sign</source>
        <extracomment>records/today.py</extracomment>
        <translation>Edrychwch ar arwydd y gliniadur ei hun</translation>
    </message>
    <message numerus="yes">
        <source>{number} visits to do.</source>
        <extracomment>records/today.py</extracomment>
        <translation>
            <numerusform>Dim ymweliad i'w wneud.</numerusform>
            <numerusform>Un ymweliad i'w wneud.</numerusform>
            <numerusform>Dau ymweliad i'w gwneud.</numerusform>
            <numerusform>Tri ymweliad i'w gwneud.</numerusform>
            <numerusform>Chwe ymweliad i'w gwneud.</numerusform>
            <numerusform>{n} ymweliad i'w gwneud.</numerusform>
        </translation>
    </message>
    <message>
        <source>{child}'s session of {day} is used in no plan or assessment yet.</source>
        <extracomment>records/today.py</extracomment>
        <translation>Nid yw sesiwn {child} ar {day} wedi'i defnyddio mewn unrhyw gynllun nac asesiad eto.</translation>
    </message>
    <message>
        <source>Forms are current</source>
        <extracomment>records/today.py</extracomment>
        <translation>Mae'r ffurflenni'n gyfredol</translation>
    </message>
    <message>
        <source>Forms may be old</source>
        <extracomment>records/today.py</extracomment>
        <translation>Gallai'r ffurflenni fod yn hen</translation>
    </message>
    <message>
        <source>They still work. They renew with a signal.</source>
        <extracomment>records/today.py</extracomment>
        <translation>Maent yn dal i weithio. Cânt eu hadnewyddu pan fydd signal.</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <extracomment>records/today.py</extracomment>
        <translation>Mae'r cloc yn gywir</translation>
    </message>
    <message>
        <source>Clock uncertain</source>
        <extracomment>records/today.py</extracomment>
        <translation>Cloc ansicr</translation>
    </message>
    <message>
        <source>Look at the time before you write one down.</source>
        <extracomment>records/today.py</extracomment>
        <translation>Edrychwch ar yr amser cyn ysgrifennu un.</translation>
    </message>
    <message>
        <source>{child} wrote “{words}”</source>
        <extracomment>records/today.py</extracomment>
        <translation>Ysgrifennodd {child} “{words}”</translation>
    </message>
    <message>
        <source>{child} drew “{words}”</source>
        <extracomment>records/today.py</extracomment>
        <translation>Tynnodd {child} lun “{words}”</translation>
    </message>
    <message>
        <source>{child} showed “{words}”</source>
        <extracomment>records/today.py</extracomment>
        <translation>Dangosodd {child} “{words}”</translation>
    </message>
    <message>
        <source>Visit</source>
        <extracomment>records/today.py</extracomment>
        <translation>Ymweliad</translation>
    </message>
    <message>
        <source>{family}: visit {when}.</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>{family}: ymweliad {when}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} things to look at.</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>
            <numerusform>Dim i edrych arno.</numerusform>
            <numerusform>{n} peth i edrych arno.</numerusform>
            <numerusform>{n} beth i edrych arnynt.</numerusform>
            <numerusform>{n} pheth i edrych arnynt.</numerusform>
            <numerusform>{n} pheth i edrych arnynt.</numerusform>
            <numerusform>{n} peth i edrych arnynt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} visits</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>
            <numerusform>dim ymweliadau</numerusform>
            <numerusform>{n} ymweliad</numerusform>
            <numerusform>{n} ymweliad</numerusform>
            <numerusform>{n} ymweliad</numerusform>
            <numerusform>{n} ymweliad</numerusform>
            <numerusform>{n} ymweliad</numerusform>
        </translation>
    </message>
    <message>
        <source>Today, {count}, next {family}</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Heddiw, {count}, nesaf {family}</translation>
    </message>
    <message>
        <source>{child} said</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Dywedodd {child}</translation>
    </message>
    <message>
        <source>Everything is ready.</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Mae popeth yn barod.</translation>
    </message>
    <message>
        <source>Today, no visit is due today</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Heddiw, does dim ymweliad i fod heddiw</translation>
    </message>
    <message>
        <source>Today, {count}, all on record</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Heddiw, {count}, popeth ar gofnod</translation>
    </message>
    <message>
        <source>No visit of yours is due today.</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Nid oes gennych ymweliad i fod heddiw.</translation>
    </message>
    <message numerus="yes">
        <source>{n} missed visits in a row</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>
            <numerusform>dim ymweliad a gollwyd</numerusform>
            <numerusform>{n} ymweliad a gollwyd</numerusform>
            <numerusform>{n} ymweliad a gollwyd yn olynol</numerusform>
            <numerusform>{n} ymweliad a gollwyd yn olynol</numerusform>
            <numerusform>{n} ymweliad a gollwyd yn olynol</numerusform>
            <numerusform>{n} ymweliad a gollwyd yn olynol</numerusform>
        </translation>
    </message>
    <message>
        <source>Refresh those plans</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Adnewyddu'r cynlluniau hynny</translation>
    </message>
    <message>
        <source>You’re offline, so this can’t be refreshed now.</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Rydych all-lein, felly ni ellir adnewyddu hwn nawr.</translation>
    </message>
    <message numerus="yes">
        <source>{n} drafts</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>
            <numerusform>dim drafftiau</numerusform>
            <numerusform>{n} drafft</numerusform>
            <numerusform>{n} ddrafft</numerusform>
            <numerusform>{n} drafft</numerusform>
            <numerusform>{n} drafft</numerusform>
            <numerusform>{n} drafft</numerusform>
        </translation>
    </message>
    <message>
        <source>See each child alone if they wish.</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Gwelwch bob plentyn ar ei ben ei hun os dymunant.</translation>
    </message>
    <message>
        <source>See what is held</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Gweld beth sydd wedi'i ddal</translation>
    </message>
    <message>
        <source>Decide now</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Penderfynu nawr</translation>
    </message>
    <message>
        <source>{count}, oldest from {day}</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>{count}, yr hynaf o {day}</translation>
    </message>
    <message>
        <source>and the baby not born yet</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>a'r babi nas ganwyd eto</translation>
    </message>
    <message>
        <source>{child} wrote</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Ysgrifennodd {child}</translation>
    </message>
    <message>
        <source>{child} drew</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Tynnodd {child} lun</translation>
    </message>
    <message>
        <source>{child} showed us</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Dangosodd {child} i ni</translation>
    </message>
    <message>
        <source>Carry this family</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Cario'r teulu hwn</translation>
    </message>
    <message>
        <source>Carry these families</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Cario'r teuluoedd hyn</translation>
    </message>
    <message>
        <source>Refresh that plan</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Adnewyddu'r cynllun hwnnw</translation>
    </message>
    <message>
        <source>Refresh the forms</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Adnewyddu'r ffurflenni</translation>
    </message>
    <message>
        <source>The plan here is from {day}.</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Mae'r cynllun yma'n dyddio o {day}.</translation>
    </message>
    <message>
        <source>Quote, {who}: {words} {todo} {due}</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Dyfyniad, {who}: {words} {todo} {due}</translation>
    </message>
    <message>
        <source>A family of yours</source>
        <extracomment>ui/today/presenter.py</extracomment>
        <translation>Teulu i chi</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>Heddiw</translation>
    </message>
    <message>
        <source>Find a family or a note</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>Dod o hyd i deulu neu nodyn</translation>
    </message>
    <message>
        <source>Start visit note</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>Dechrau nodyn ymweliad</translation>
    </message>
    <message>
        <source>Open file</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>Agor y ffeil</translation>
    </message>
    <message>
        <source>Record answer</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>Cofnodi ateb</translation>
    </message>
    <message>
        <source>ok</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>iawn</translation>
    </message>
    <message>
        <source>look at this</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>edrychwch ar hwn</translation>
    </message>
    <message>
        <source>missing</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>ar goll</translation>
    </message>
    <message>
        <source>Plan on one page</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>Cynllun ar un dudalen</translation>
    </message>
    <message numerus="yes">
        <source>Show {n} more</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>
            <numerusform>Dim rhagor</numerusform>
            <numerusform>Dangos {n} arall</numerusform>
            <numerusform>Dangos {n} arall</numerusform>
            <numerusform>Dangos {n} arall</numerusform>
            <numerusform>Dangos {n} arall</numerusform>
            <numerusform>Dangos {n} arall</numerusform>
        </translation>
    </message>
    <message>
        <source>Also today</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>Hefyd heddiw</translation>
    </message>
    <message>
        <source>Open a family</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>Agor teulu</translation>
    </message>
    <message>
        <source>Promised to children</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>Addewidion i blant</translation>
    </message>
    <message>
        <source>Before you leave</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>Cyn i chi adael</translation>
    </message>
    <message>
        <source>What they asked, and what we said we would do</source>
        <extracomment>ui/today/view.py</extracomment>
        <translation>Beth ofynnon nhw, a beth ddywedon ni y byddem yn ei wneud</translation>
    </message>
    <message>
        <source>said</source>
        <translation type="vanished">dywedodd</translation>
    </message>
    <message>
        <source>wrote</source>
        <translation type="vanished">ysgrifennodd</translation>
    </message>
    <message>
        <source>drew</source>
        <translation type="vanished">tynnodd lun</translation>
    </message>
    <message>
        <source>showed us</source>
        <translation type="vanished">dangosodd i ni</translation>
    </message>
    <message>
        <source>Quote, {child} {verb}: {words} {todo} {due}</source>
        <translation type="vanished">Dyfyniad, {verb} {child}: {words} {todo} {due}</translation>
    </message>
</context>
<context>
    <name>Typed answers</name>
    <message>
        <source>today</source>
        <extracomment>ui/questions/typed.py</extracomment>
        <translation>heddiw</translation>
    </message>
    <message>
        <source>yesterday</source>
        <extracomment>ui/questions/typed.py</extracomment>
        <translation>ddoe</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <extracomment>ui/questions/typed.py</extracomment>
        <translation>yfory</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Something went wrong here. What you wrote is saved. Try again, or ring support with code {code}.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Aeth rhywbeth o'i le yma. Mae'r hyn a ysgrifennoch wedi'i gadw. Rhowch gynnig arall arni, neu ffoniwch y tîm cymorth gyda'r cod {code}.</translation>
    </message>
    <message>
        <source>That passphrase isn't right. Try again.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Nid yw'r cyfrinymadrodd hwnnw'n gywir. Rhowch gynnig arall arni.</translation>
    </message>
    <message numerus="yes">
        <source>Wait {n} seconds, then try again. Nothing is deleted, however many times you try.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>
            <numerusform>Rhowch gynnig arall arni nawr. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</numerusform>
            <numerusform>Arhoswch {n} eiliad, yna rhowch gynnig arall arni. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</numerusform>
            <numerusform>Arhoswch {n} eiliad, yna rhowch gynnig arall arni. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</numerusform>
            <numerusform>Arhoswch {n} eiliad, yna rhowch gynnig arall arni. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</numerusform>
            <numerusform>Arhoswch {n} eiliad, yna rhowch gynnig arall arni. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</numerusform>
            <numerusform>Arhoswch {n} eiliad, yna rhowch gynnig arall arni. Does dim yn cael ei ddileu, faint bynnag o weithiau y ceisiwch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fieldapp can't find the key for this laptop's store. Nothing has been changed. Ring support with code {code}.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Ni all Fieldapp ddod o hyd i'r allwedd i storfa'r gliniadur hwn. Does dim wedi'i newid. Ffoniwch y tîm cymorth gyda'r cod {code}.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Anhysbys</translation>
    </message>
    <message>
        <source>Unlock Fieldapp, passphrase, hidden</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Datgloi Fieldapp, cyfrinymadrodd, cudd</translation>
    </message>
    <message>
        <source>Unlock Fieldapp</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Datgloi Fieldapp</translation>
    </message>
    <message>
        <source>You can unlock and write without a signal.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Gallwch ddatgloi ac ysgrifennu heb signal.</translation>
    </message>
    <message>
        <source>Who is using this laptop?</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Pwy sy'n defnyddio'r gliniadur hwn?</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Dangos</translation>
    </message>
    <message>
        <source>Show passphrase</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Dangos y cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Mae Caps Lock ymlaen.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Datgloi</translation>
    </message>
    <message>
        <source>I have forgotten my passphrase</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Rwyf wedi anghofio fy nghyfrinymadrodd</translation>
    </message>
    <message>
        <source>If you have forgotten it</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Os ydych wedi'i anghofio</translation>
    </message>
    <message>
        <source>Try the passphrase again</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Rhoi cynnig arall ar y cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Cymorth</translation>
    </message>
    <message>
        <source>Two key holders in your organisation, together, can reopen this laptop. Nobody can do it alone, and you will be told.

Ring your manager and say that you have forgotten your passphrase. Everything on this laptop stays as it is until then.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Gall dau ddeiliad allwedd yn eich sefydliad, gyda'i gilydd, ailagor y gliniadur hwn. All neb ei wneud ar ei ben ei hun, a chewch wybod.

Ffoniwch eich rheolwr a dywedwch eich bod wedi anghofio eich cyfrinymadrodd. Bydd popeth ar y gliniadur hwn yn aros fel y mae tan hynny.</translation>
    </message>
    <message>
        <source>Nobody else can open this laptop's store: your organisation set it up without key holders.

Everything on this laptop stays as it is. If you remember the passphrase it opens again, however long that takes. What was sent is safe at the service. Ring your manager to go on working.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>All neb arall agor storfa'r gliniadur hwn: fe'i gosodwyd gan eich sefydliad heb ddeiliaid allwedd.

Mae popeth ar y gliniadur hwn yn aros fel y mae. Os cofiwch y cyfrinymadrodd bydd yn agor eto, waeth pa mor hir y cymer. Mae'r hyn a anfonwyd yn ddiogel yn y gwasanaeth. Ffoniwch eich rheolwr i barhau i weithio.</translation>
    </message>
    <message>
        <source>Hide</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Cuddio</translation>
    </message>
    <message>
        <source>Passphrase for {label}</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Cyfrinymadrodd {label}</translation>
    </message>
    <message>
        <source>Opening</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Wrthi'n agor</translation>
    </message>
    <message numerus="yes">
        <source>{n} things are not sent yet. They go by themselves when there is a signal.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>
            <numerusform>Does dim byd heb ei anfon.</numerusform>
            <numerusform>Mae {n} peth heb ei anfon eto. Bydd yn mynd ohono'i hun pan fydd signal.</numerusform>
            <numerusform>Mae {n} beth heb eu hanfon eto. Byddant yn mynd ohonynt eu hunain pan fydd signal.</numerusform>
            <numerusform>Mae {n} pheth heb eu hanfon eto. Byddant yn mynd ohonynt eu hunain pan fydd signal.</numerusform>
            <numerusform>Mae {n} pheth heb eu hanfon eto. Byddant yn mynd ohonynt eu hunain pan fydd signal.</numerusform>
            <numerusform>Mae {n} peth heb eu hanfon eto. Byddant yn mynd ohonynt eu hunain pan fydd signal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here needs a signal.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Does dim angen signal yma.</translation>
    </message>
    <message>
        <source>You can still unlock and write.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Gallwch ddatgloi ac ysgrifennu o hyd.</translation>
    </message>
    <message>
        <source>Your half-written note is safe.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Mae eich nodyn ar ei hanner yn ddiogel.</translation>
    </message>
    <message>
        <source>It opens where you stopped at {time}.</source>
        <extracomment>ui/unlock/view.py</extracomment>
        <translation>Bydd yn agor lle stopioch chi am {time}.</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>said in a session</source>
        <extracomment>records/voice.py</extracomment>
        <translation>dywedwyd mewn sesiwn</translation>
    </message>
    <message>
        <source>Linked to goal {number}.</source>
        <extracomment>records/voice.py</extracomment>
        <translation>Yn gysylltiedig â nod {number}.</translation>
    </message>
    <message>
        <source>Meant for the plan, not linked to a goal yet</source>
        <extracomment>records/voice.py</extracomment>
        <translation>Ar gyfer y cynllun, heb ei gysylltu â nod eto</translation>
    </message>
    <message>
        <source>Not linked to anything yet</source>
        <extracomment>records/voice.py</extracomment>
        <translation>Heb ei gysylltu â dim eto</translation>
    </message>
    <message>
        <source>Answered: {answer}. Told on {day}.</source>
        <extracomment>records/voice.py</extracomment>
        <translation>Atebwyd: {answer}. Dywedwyd wrth y plentyn {day}.</translation>
    </message>
    <message>
        <source>Answered: {answer}.</source>
        <extracomment>records/voice.py</extracomment>
        <translation>Atebwyd: {answer}.</translation>
    </message>
    <message>
        <source>Nobody has answered this yet</source>
        <extracomment>records/voice.py</extracomment>
        <translation>Does neb wedi ateb hyn eto</translation>
    </message>
    <message>
        <source>Tell {child} what happened</source>
        <extracomment>records/voice.py</extracomment>
        <translation>Dweud wrth {child} beth ddigwyddodd</translation>
    </message>
    <message>
        <source>said on a visit</source>
        <extracomment>records/voice.py</extracomment>
        <translation>dywedwyd ar ymweliad</translation>
    </message>
    <message>
        <source>wrote in a session</source>
        <extracomment>records/voice.py</extracomment>
        <translation>ysgrifennwyd mewn sesiwn</translation>
    </message>
    <message>
        <source>drew in a session</source>
        <extracomment>records/voice.py</extracomment>
        <translation>tynnwyd llun mewn sesiwn</translation>
    </message>
    <message>
        <source>showed in a session</source>
        <extracomment>records/voice.py</extracomment>
        <translation>dangoswyd mewn sesiwn</translation>
    </message>
    <message>
        <source>wrote on a visit</source>
        <extracomment>records/voice.py</extracomment>
        <translation>ysgrifennwyd ar ymweliad</translation>
    </message>
    <message>
        <source>drew on a visit</source>
        <extracomment>records/voice.py</extracomment>
        <translation>tynnwyd llun ar ymweliad</translation>
    </message>
    <message>
        <source>showed on a visit</source>
        <extracomment>records/voice.py</extracomment>
        <translation>dangoswyd ar ymweliad</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Everything is saved on this laptop and goes by itself.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Mae popeth wedi'i gadw ar y gliniadur hwn ac yn mynd ohono'i hun.</translation>
    </message>
    <message>
        <source>filed as {n} records</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>wedi'i ffeilio fel {n} cofnod</translation>
    </message>
    <message>
        <source>You don’t hold this family. Your note is kept.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Nid chi sy'n dal y teulu hwn. Mae eich nodyn wedi'i gadw.</translation>
    </message>
    <message>
        <source>A sealed copy has reached the service. Ask your manager who holds the family now.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Mae copi wedi'i selio wedi cyrraedd y gwasanaeth. Gofynnwch i'ch rheolwr pwy sy'n dal y teulu nawr.</translation>
    </message>
    <message>
        <source>Read note</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Darllen y nodyn</translation>
    </message>
    <message>
        <source>One answer</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Un ateb</translation>
    </message>
    <message>
        <source>Everything is kept here and at the service. Correct the answer and finish the note again.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Mae popeth wedi'i gadw yma ac yn y gwasanaeth. Cywirwch yr ateb a gorffennwch y nodyn eto.</translation>
    </message>
    <message>
        <source>Go to that answer</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Mynd at yr ateb hwnnw</translation>
    </message>
    <message>
        <source>This note is too big to send in one piece.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Mae'r nodyn hwn yn rhy fawr i'w anfon yn un darn.</translation>
    </message>
    <message>
        <source>It is safe here. Others are not delayed by it.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Mae'n ddiogel yma. Nid yw'n dal eraill yn ôl.</translation>
    </message>
    <message>
        <source>This was signed off. Your change is kept as an addendum.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Cymeradwywyd hwn. Cedwir eich newid fel atodiad.</translation>
    </message>
    <message>
        <source>The signed record stays as it was signed. Tell whoever signed it that you added something.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Mae'r cofnod a lofnodwyd yn aros fel y'i llofnodwyd. Dywedwch wrth y sawl a'i llofnododd eich bod wedi ychwanegu rhywbeth.</translation>
    </message>
    <message>
        <source>Look at the addendum</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Edrych ar yr atodiad</translation>
    </message>
    <message>
        <source>This laptop looks like a copy of another. Your notes were delivered for checking.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Mae'r gliniadur hwn yn edrych fel copi o un arall. Danfonwyd eich nodiadau i'w gwirio.</translation>
    </message>
    <message>
        <source>Nothing is lost. This laptop must be set up again before it can send.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Ni chollwyd dim. Rhaid gosod y gliniadur hwn eto cyn y gall anfon.</translation>
    </message>
    <message>
        <source>Send details (no content)</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Anfon manylion (dim cynnwys)</translation>
    </message>
    <message>
        <source>This has not gone after {n} tries. It is safe here, and others are not delayed.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Nid yw hwn wedi mynd ar ôl {n} cynnig. Mae'n ddiogel yma, ac nid yw eraill yn cael eu dal yn ôl.</translation>
    </message>
    <message>
        <source>This note couldn’t be sent as it is. It is safe here.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Ni ellid anfon y nodyn hwn fel y mae. Mae'n ddiogel yma.</translation>
    </message>
    <message>
        <source>Finished. It will go by itself when there is a signal.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Wedi gorffen. Bydd yn mynd ohono'i hun pan fydd signal.</translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Chi</translation>
    </message>
    <message>
        <source>Field mode. Sending is paused. Everything is saved on this laptop.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Modd maes. Mae'r anfon wedi'i oedi. Mae popeth wedi'i gadw ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>You’re offline. Everything is saved on this laptop and will go by itself when there is a signal.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Rydych all-lein. Mae popeth wedi'i gadw ar y gliniadur hwn a bydd yn mynd ohono'i hun pan fydd signal.</translation>
    </message>
    <message>
        <source>No signal. It goes by itself when there is one.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Dim signal. Bydd yn mynd ohono'i hun pan fydd un.</translation>
    </message>
    <message>
        <source>Nothing is ready to send.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Does dim yn barod i'w anfon.</translation>
    </message>
    <message>
        <source>One answer can’t be accepted: {question}.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Ni ellir derbyn un ateb: {question}.</translation>
    </message>
    <message>
        <source>One answer can’t be accepted.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Ni ellir derbyn un ateb.</translation>
    </message>
    <message>
        <source>Sent. The service has it.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Wedi'i anfon. Mae'r gwasanaeth wedi'i dderbyn.</translation>
    </message>
    <message>
        <source>On its way. It is not there yet.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Ar ei ffordd. Nid yw wedi cyrraedd eto.</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Anfon nawr</translation>
    </message>
    <message>
        <source>Held items are never deleted. There is no button that throws unsent work away.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Ni chaiff eitemau a ddelir eu dileu byth. Does dim botwm sy'n taflu gwaith heb ei anfon.</translation>
    </message>
    <message>
        <source>{title}, removed</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>{title}, wedi'i dynnu</translation>
    </message>
    <message>
        <source>This family’s file closed while you were away. Your note waits for filing.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Caewyd ffeil y teulu hwn tra oeddech i ffwrdd. Mae eich nodyn yn aros i'w ffeilio.</translation>
    </message>
    <message>
        <source>Delivered. Somebody else now holds this family and will file it.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Wedi'i ddanfon. Mae rhywun arall yn dal y teulu hwn nawr a bydd yn ei ffeilio.</translation>
    </message>
    <message>
        <source>Written by</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Ysgrifennwyd gan</translation>
    </message>
    <message>
        <source>Tried</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Ceisiwyd</translation>
    </message>
    <message numerus="yes">
        <source>{n} times</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>
            <numerusform>dim o gwbl</numerusform>
            <numerusform>unwaith</numerusform>
            <numerusform>{n} waith</numerusform>
            <numerusform>{n} gwaith</numerusform>
            <numerusform>{n} gwaith</numerusform>
            <numerusform>{n} gwaith</numerusform>
        </translation>
    </message>
    <message>
        <source>Other items</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Eitemau eraill</translation>
    </message>
    <message>
        <source>Not delayed by this one</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Heb eu dal yn ôl gan hwn</translation>
    </message>
    <message>
        <source>Support code</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Cod cymorth</translation>
    </message>
    <message>
        <source>Nothing is waiting. Everything you finished has been sent.</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Does dim yn aros. Mae popeth a orffennoch wedi'i anfon.</translation>
    </message>
    <message>
        <source>Waiting to send, {ready} ready, {held} held</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Yn aros i'w hanfon, {ready} yn barod, {held} wedi'i ddal</translation>
    </message>
    <message>
        <source>Waiting to send, nothing is waiting</source>
        <extracomment>ui/waiting/presenter.py</extracomment>
        <translation>Yn aros i'w hanfon, does dim yn aros</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <extracomment>ui/waiting/view.py</extracomment>
        <translation>Yn aros i'w hanfon</translation>
    </message>
    <message>
        <source>Held</source>
        <extracomment>ui/waiting/view.py</extracomment>
        <translation>Wedi'i ddal</translation>
    </message>
    <message>
        <source>Needs something from you</source>
        <extracomment>ui/waiting/view.py</extracomment>
        <translation>Angen rhywbeth gennych chi</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>ui/waiting/view.py</extracomment>
        <translation>Yn barod</translation>
    </message>
    <message>
        <source>Sent lately</source>
        <extracomment>ui/waiting/view.py</extracomment>
        <translation>Anfonwyd yn ddiweddar</translation>
    </message>
    <message>
        <source>Kept here for 7 days</source>
        <extracomment>ui/waiting/view.py</extracomment>
        <translation>Fe'i cedwir yma am 7 diwrnod</translation>
    </message>
    <message>
        <source>Print</source>
        <extracomment>ui/waiting/view.py</extracomment>
        <translation>Argraffu</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>{n} days ago</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>
            <numerusform>heddiw</numerusform>
            <numerusform>{n} diwrnod yn ôl</numerusform>
            <numerusform>{n} ddiwrnod yn ôl</numerusform>
            <numerusform>{n} diwrnod yn ôl</numerusform>
            <numerusform>{n} diwrnod yn ôl</numerusform>
            <numerusform>{n} diwrnod yn ôl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} months</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>
            <numerusform>llai na mis</numerusform>
            <numerusform>{n} mis</numerusform>
            <numerusform>{n} fis</numerusform>
            <numerusform>{n} mis</numerusform>
            <numerusform>{n} mis</numerusform>
            <numerusform>{n} mis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>
            <numerusform>{n} beit</numerusform>
            <numerusform>{n} beit</numerusform>
            <numerusform>{n} feit</numerusform>
            <numerusform>{n} beit</numerusform>
            <numerusform>{n} beit</numerusform>
            <numerusform>{n} beit</numerusform>
        </translation>
    </message>
    <message>
        <source>No contact for 30 days of use. Family files open after the next contact.</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>Dim cyswllt am 30 diwrnod o ddefnydd. Bydd ffeiliau teulu'n agor ar ôl y cyswllt nesaf.</translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>heddiw</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>yfory</translation>
    </message>
    <message>
        <source>yesterday</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>ddoe</translation>
    </message>
    <message>
        <source>no</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>dim</translation>
    </message>
    <message>
        <source>one</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>un</translation>
    </message>
    <message>
        <source>two</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>dau</translation>
    </message>
    <message>
        <source>three</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>tri</translation>
    </message>
    <message>
        <source>four</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>pedwar</translation>
    </message>
    <message>
        <source>five</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>pump</translation>
    </message>
    <message>
        <source>six</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>chwech</translation>
    </message>
    <message>
        <source>seven</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>saith</translation>
    </message>
    <message>
        <source>eight</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>wyth</translation>
    </message>
    <message>
        <source>nine</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>naw</translation>
    </message>
    <message>
        <source>ten</source>
        <extracomment>ui/pages/wording.py</extracomment>
        <translation>deg</translation>
    </message>
</context>
</TS>
