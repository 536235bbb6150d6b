"""Shows and asks. The only room with Qt in it, and the only one that a person ever sees.

How a screen is made (`ui/SCREEN/{view,presenter}.py`):

* `presenter.py` imports no Qt. Its state is one frozen dataclass of plain values: facts, kinds, counts, times, never
  sentences. It gets what it needs as small callables (commands, readers, a clock) and says when its state is another:

      class TodayPresenter:
          state: TodayState
          def listen(self, told: Callable[[TodayState], None]) -> None: ...
          def start_visit(self, family: str) -> None: ...          # what the person wishes

* `view.py` turns state into words and widgets of `ui/kit`, and wishes into calls of the presenter. Calls go down,
  signals go up: a wish that another screen must hear is a `Signal` ending in `_requested`. Connect in one method.
* Words: `say = Words("Today")` at the head of the view, then `say("No visit is due today.")`,
  `say("Rowan is {age}", age=8)`, `say.count(n, "{n} visit", "{n} visits")`; days and times with `words.day`,
  `words.moment`. `python -m fieldapp.ui.catalogue` gathers every such sentence into
  `resources/translations/fieldapp_cy.ts`, keeping what is translated. When the language changes the shell makes the
  page anew from its presenter, so a view needs to do nothing.
* Looks: no colour, size or letter of its own. Colours, letters and spaces by token name through `theme.current()`;
  layouts through `kit.column`, `kit.row`, `kit.Flow`, `kit.Card`, `kit.Page`, whose gaps are space tokens.
* Names: `FieldFrame` names its editor; a `RowCard` takes the whole sentence a screen reader says. `kit.announce` for
  what changes without being pressed.
* Which widget stands behind a page of the shell, and where its wishes go, is said in `ui/rooms.py`; what a page may
  offer (`opened`, `first_focus`, `flush`, `place`, `restore`, `wants_room`) at the head of `ui/shell/view.py`.
* Threads: only the window's. What takes over 16 ms goes through `bridge.Tasks`; facts of store and sync arrive
  through `bridge.Bridge`, as queued signals.
"""
