import type { CueVerb } from "../language-pack.ts";
import { cues } from "../pack-data.ts";

/** Verbs of saying of English, and set phrases used like them: base, third person, past; participle. */
export const CUE_VERBS: readonly CueVerb[] = cues(`
say says said; saying | asserts | c
tell tells told; telling | asserts | h
state states stated; stating | asserts | c o
declare declares declared; declaring | asserts | c o
insist insists insisted; insisting | demands | c
argue argues argued; arguing | asserts | c
claim claims claimed; claiming | asserts | c i
warn warns warned; warning | warns | c h
caution cautions cautioned; cautioning | warns | c h
add adds added; adding | asserts | c
announce announces announced; announcing | asserts | c o i
assert asserts asserted; asserting | asserts | c o
concede concedes conceded; conceding | asserts | c
admit admits admitted; admitting | asserts | c o
acknowledge acknowledges acknowledged; acknowledging | asserts | c o
confirm confirms confirmed; confirming | asserts | c o
deny denies denied; denying | denies | c o
reply replies replied; replying | asserts | c
respond responds responded; responding | asserts | c
counter counters countered; countering | asserts | c
write writes wrote; writing | asserts | c
note notes noted; noting | asserts | c
stress stresses stressed; stressing | asserts | c o
underline underlines underlined; underlining | asserts | c o
underscore underscores underscored; underscoring | asserts | c
emphasise emphasises emphasised; emphasising | asserts | c o
emphasize emphasizes emphasized; emphasizing | asserts | c o
suggest suggests suggested; suggesting | asserts | c o
signal signals signaled; signaling | asserts | c o
signal signals signalled; signalling | asserts | c o
hint hints hinted; hinting | asserts | c
hint_at hints_at hinted_at; hinting_at | asserts | o
indicate indicates indicated; indicating | asserts | c o
imply implies implied; implying | asserts | c
explain explains explained; explaining | asserts | c
clarify clarifies clarified; clarifying | asserts | c
vow vows vowed; vowing | commits | c i
pledge pledges pledged; pledging | commits | c i o
promise promises promised; promising | commits | c i o
undertake undertakes undertook; undertaking | commits | i
swear swears swore; swearing | commits | c i
demand demands demanded; demanding | demands | c o i
call_for calls_for called_for; calling_for | demands | o
call_on calls_on called_on; calling_on | demands | o
urge urges urged; urging | demands | c o h
ask asks asked; asking | demands | h
press_for presses_for pressed_for; pressing_for | demands | o
appeal_to appeals_to appealed_to; appealing_to | demands | o
remark remarks remarked; remarking | asserts | c
observe observes observed; observing | asserts | c
reiterate reiterates reiterated; reiterating | asserts | c o
repeat repeats repeated; repeating | asserts | c o
reaffirm reaffirms reaffirmed; reaffirming | asserts | c o
maintain maintains maintained; maintaining | asserts | c
contend contends contended; contending | asserts | c
allege alleges alleged; alleging | asserts | c o
complain complains complained; complaining | asserts | c
lament laments lamented; lamenting | asserts | c o
predict predicts predicted; predicting | expects | c o
expect expects expected; expecting | expects | c o i
forecast forecasts forecasted; forecasting | expects | c o
hope hopes hoped; hoping | expects | c i
fear fears feared; fearing | expects | c o
believe believes believed; believing | asserts | c
think thinks thought; thinking | asserts | c
doubt doubts doubted; doubting | denies | c o
agree agrees agreed; agreeing | commits | c i
conclude concludes concluded; concluding | asserts | c
estimate estimates estimated; estimating | asserts | c o
report reports reported; reporting | asserts | c o
reveal reveals revealed; revealing | asserts | c o
disclose discloses disclosed; disclosing | asserts | c o
recall recalls recalled; recalling | asserts | c
boast boasts boasted; boasting | asserts | c
reject rejects rejected; rejecting | refuses | o
dismiss dismisses dismissed; dismissing | denies | o
refuse refuses refused; refusing | refuses | o i
refute refutes refuted; refuting | denies | o
rule_out rules_out ruled_out; ruling_out | refuses | o
condemn condemns condemned; condemning | asserts | o
criticise criticises criticised; criticising | asserts | o
criticize criticizes criticized; criticizing | asserts | o
denounce denounces denounced; denouncing | asserts | o
accuse accuses accused; accusing | asserts | o
blame blames blamed; blaming | asserts | o
praise praises praised; praising | asserts | o
welcome welcomes welcomed; welcoming | asserts | o
endorse endorses endorsed; endorsing | asserts | o
support supports supported; supporting | asserts | o
back backs backed; backing | asserts | o
echo echoes echoed; echoing | asserts | o
propose proposes proposed; proposing | offers | c o i
offer offers offered; offering | offers | o i
threaten threatens threatened; threatening | threatens | c o i
speak_of speaks_of spoke_of; speaking_of | asserts | o
describe describes described; describing | asserts | o
point_out points_out pointed_out; pointing_out | asserts | c
make_clear makes_clear made_clear; making_clear | asserts | c o
make_it_clear makes_it_clear made_it_clear; making_it_clear | asserts | c
make_it_plain makes_it_plain made_it_plain; making_it_plain | asserts | c
make_plain makes_plain made_plain; making_plain | asserts | c
condition conditions conditioned; conditioning | demands | o
question questions questioned; questioning | denies | c o
`);
