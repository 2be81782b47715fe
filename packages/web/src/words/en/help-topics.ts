/** Words of the help pages themselves, which come when one is opened. */
export const helpTopics = {
  "help.record.answers": "What do the documents say, exactly, and what is missing in them?",
  "help.record.read":
    "Documents stand on one side, the text in the middle, suggested claims on the other. A repaired place is underlined: a straight line was repaired, a wavy one is offered, a double one is only pointed out. A dashed box is a gap: something was there and is lost. Filled words carry claims that were accepted, words with a dashed line carry claims that wait.",
  "help.record.do":
    "Add documents. Go through the suggested claims with J and K; A accepts, E edits, R sets aside. Select words and press C for a claim of your own. Nothing counts until you accept it.",
  "help.record.rule":
    "Fixed rules propose repairs, gaps and claims; the raw bytes are kept beside the repaired text, and each repair says what stood there. No rule fills a gap.",
  "help.record.cite": "Parley’s own rules; each proposal names the rule that made it.",
  "help.record.limits":
    "Rules miss statements and misread some. What was proposed is no finding until somebody has read it.",
  "help.disputes.answers":
    "Who stands to what is claimed, who denies or doubts it, and whose word cannot be known?",
  "help.disputes.read":
    "A line a speaker, under the party on whose side it stands; a column a stand. The dot says where the last word lies, smaller words what was said before. “Takes no stand” is something a source tells; “no word of theirs is on record” means that nothing is known.",
  "help.disputes.do":
    "Choose what is disputed. Move “Said until” with the arrow keys to see the board as it was on a day. Open “its words” for the exact characters. Edit the claim or text to add somebody’s word.",
  "help.timeline.answers":
    "What happened and when, how late did we hear of it, and what became of what was announced or promised?",
  "help.timeline.read":
    "Time runs from left to right in four lanes. A bar is the stretch in which something lies, and fades where its start or end is open. The shape of a mark tells how late it was first reported. “Not seen” means that its time is over and the record is silent: it is not “cancelled” and not “broken”.",
  "help.timeline.do":
    "Narrow it by actor, level and days. Open anything for its words. Below stand what is overdue, the commitments with their steps, and the texts from rung to rung.",
  "help.sources.answers":
    "Where does each document come from, what should be looked up first, and what does not fit?",
  "help.sources.read":
    "Documents that go back to one count as one: they carry the same group. Reliability is of the source, credibility of what it says this time. Gaps stand in the order of what hangs on them. A finding is a reason to look, never a correction.",
  "help.sources.do":
    "Open a document’s card to say where it comes from. Look up the words of the gaps at the top first. Set a finding aside with a reason: it is remembered.",
  "help.repairs.answers": "What was changed between the characters as they came and the text as it reads?",
  "help.repairs.read":
    "Each entry is one change: on one side what came, on the other what stands in the text, each with what is around it. ⏎ is a line end. What is marked △ waits for you or cannot be known.",
  "help.repairs.do":
    "Go through the changes by J and K; accept, reject or take back; undo brings your last decision back. Where the whole text reads wrongly, try another encoding: you see what would come of it, and which passages would ask, before anything is changed.",
  "help.positions.answers": "What does each party want on each issue, and how do we know?",
  "help.positions.read":
    "A row a party, a column an issue. Each cell says what is wanted and what is ruled out, and carries the sign of how we know. “Not known” means the record is silent; “none” means the party is known to want nothing there.",
  "help.positions.do":
    "Open a cell for its evidence and history. Look through another party’s eyes, where the record says how that party sees it.",
  "help.deadlocks.answers":
    "Which preconditions wait for each other in a circle, and where could the circle be opened?",
  "help.deadlocks.read":
    "Each arrow is a precondition: its holder will not do one thing before another. A dashed arrow was inferred and stands in no source. A circle cannot start moving by itself as long as all its arrows hold.",
  "help.deadlocks.do": "Open an arrow for the sentences behind it. Compare the ways to open a circle.",
  "help.deadlocks.rule":
    "All elementary circuits of the graph of open preconditions; ways to open a circle follow from the firmness, type and standing of its arrows.",
  "help.deadlocks.cite":
    "D. B. Johnson, Finding all the elementary circuits of a directed graph, SIAM Journal on Computing 4, 1975.",
  "help.deadlocks.limits":
    "Two preconditions meet only where they name the same condition. A circle on paper may be opened by something no document speaks of.",
  "help.plans.answers": "What does each plan say, where do they differ, and what do they leave open?",
  "help.plans.read":
    "A row an issue, a column a plan. The first plan shown is what the others are compared with. “Cannot be compared” means that one of the two only mentions the issue, or that words are missing: it is neither the same nor changed.",
  "help.plans.do":
    "Choose which plans stand side by side. Read what does not hold together, and how far each plan is from what each party is known to want. Open anything for its words.",
  "help.plans.rule":
    "Alignment by issue and by entries of the same name; contradictions, excluded options, empty entries, days gone by and conditions in a circle; distances counted issue by issue.",
  "help.plans.cite": "Own method; circles as in Deadlocks.",
  "help.plans.limits":
    "Entries meet only where they carry the same name. Wordings are compared as they stand; whether two wordings mean the same, a person has to judge.",
  "help.packages.answers":
    "Who could accept this package, what stands in the way, and what small change would win a party?",
  "help.packages.read":
    "Each party’s verdict compares the package with what no deal is worth to it. Because values are ranges, the verdict says in what share of the sampled worlds it holds. A crossed red line is a no whatever the rest is worth.",
  "help.packages.do":
    "Choose an option on each issue, or leave it open. Look at what blocks every package, and at the least change.",
  "help.packages.rule":
    "Frontier of all packages by dynamic programming over groups of linked issues; Nash, Kalai–Smorodinsky, egalitarian and utilitarian solutions on it; worlds drawn from the ranges of the judgements with a recorded seed.",
  "help.packages.cite":
    "J. Nash, Econometrica 18, 1950; E. Kalai and M. Smorodinsky, Econometrica 43, 1975; E. Kalai, Econometrica 45, 1977; H. Imai, Econometrica 51, 1983.",
  "help.packages.limits":
    "Values are added up over issues. A result says what follows from the judgements put in, not what people will do. Where the value of no deal is not known, no verdict is given.",
  "help.moves.answers": "Which situations could last, given what each party can do and what it prefers?",
  "help.moves.read":
    "A state says who does what. It is stable for a party if no move of its own pays once the answers of others are counted; the columns differ in how far one looks ahead. An equilibrium is stable for all. A state that lasts is not thereby likely, nor good.",
  "help.moves.do":
    "Compare the true game with what an actor takes it for. Open a state for the moves out of it and the answers to them.",
  "help.moves.rule":
    "Graph model for conflict resolution: Nash, GMR, SMR, SEQ and SSEQ stability with legal sequences of moves (nobody moves twice in a row).",
  "help.moves.cite":
    "L. Fang, K. Hipel, D. M. Kilgour, Interactive Decision Making: The Graph Model for Conflict Resolution, Wiley, 1993; A. Rêgo and G. Vieira, Group Decision and Negotiation 26, 2017 (SSEQ).",
  "help.moves.limits":
    "It hangs on the orders of preference put in. It says what is stable if they are right, not how likely they are.",
  "help.coalitions.answers":
    "Whom should one win first, who has much at stake and no seat, and who can block?",
  "help.coalitions.read":
    "Each step says what is granted, whom that puts off and for whom it opens the way. “All so far works in” is the share of sampled worlds in which this step and every one before it works; it can only fall. A seat marked △ is one where much is at stake and the party does not sit.",
  "help.coalitions.do":
    "Untick what you would not grant and see what is left. Compare who could be asked first. Enter ranges where numbers are not known.",
  "help.coalitions.rule":
    "Depth-first search with dominance over orders of joining, in worlds drawn from the ranges with a recorded seed; minimal blocking sets of the consent rules; inclusion against stakes.",
  "help.coalitions.cite":
    "J. Sebenius, Negotiation Journal 12, 1996 (sequencing to build coalitions); United Nations, Guidance for Effective Mediation, 2012 (consent, inclusivity).",
  "help.coalitions.limits":
    "How near somebody is to joining is a judgement, and the model adds such judgements up. It says which order follows from them, not what people will do.",
  "help.timing.answers": "How long did comparable things last, and what does that say of this one?",
  "help.timing.read":
    "Each bar is a class of comparable cases: how many lasted as long as this one, and in which share the end came within the time asked about, with its interval. Where few are left, the interval is wide, and it is said in words.",
  "help.timing.do":
    "Word the question so that anybody could decide it later. Compare classes; none is the right one.",
  "help.timing.rule":
    "Kaplan–Meier estimate given the time elapsed; 90% interval, exact binomial where fewer than 20 are at risk, else Greenwood’s variance on the log(−log) scale.",
  "help.timing.cite":
    "E. Kaplan and P. Meier, JASA 53, 1958; C. Clopper and E. Pearson, Biometrika 26, 1934; M. Sarkees and F. Wayman, Resort to War, CQ Press, 2010.",
  "help.timing.limits":
    "The interval covers chance, not whether the class fits. The end of fighting is not a peace agreement.",
  "help.brief.answers": "What can be told to whom, and where does each sentence come from?",
  "help.brief.read":
    "Every sentence carries the sign of how we know it, and its footnotes lead to exact characters. The level above the brief says for whom it is: nothing above that level is in it.",
  "help.brief.do":
    "Open a sentence to walk down to its sources. Write your own; a number needs something to rest on, or the brief does not export.",
  "help.history.answers": "Who changed what, when and why?",
  "help.history.read":
    "The newest change stands first. One change opens field by field: crossed out is what stood before, with a line beside it what stands after.",
  "help.history.do":
    "Filter by person, kind, words or dates. Bring an earlier version back: that is a new change, and nothing is lost.",
  "help.text.answers": "What does the case say, as text that can be edited in one go?",
  "help.text.read":
    "The same objects as in the forms, in the text form of a case: sections by kind, one entry an object, its name first. Documents, their texts and passages are not in it: words of a document are never typed anew.",
  "help.text.do":
    "Choose a part, edit, and read below what the check finds. Nothing is saved until you say so; then everything changed, new and withdrawn is one change, with one undo. Ctrl+Space offers what may stand next.",
  "help.exchange.answers":
    "How does what is in this case reach another tool, and how does its work come here?",
  "help.exchange.read":
    "A file is cut to the level you choose before it is written: nothing above it is in it. What a file of another tool came to is told after it was read; what was not taken is listed with the reason.",
  "help.exchange.do":
    "Choose the format and the level, look at what will be in the file, and save it. Choose a file to take in, and review what it proposes in Record.",
  "help.settings.answers": "What holds for the whole case, and for you?",
  "help.settings.read":
    "The first part belongs to the case and goes with it. Your name is kept on this machine. Theme and language are kept in this browser.",
  "help.settings.do": "Change a field and save it; each is one entry in the history.",
  "help.object.answers": "What is it, what does it rest on, and what rests on it?",
  "help.object.read":
    "One column goes down to the characters in the sources, the other up to results and sentences of the brief. Comments and dissent of the team stand below.",
  "help.object.do":
    "Edit it, comment, say that you do not agree, look at its history. Its address can be kept and shared.",
} as const;
