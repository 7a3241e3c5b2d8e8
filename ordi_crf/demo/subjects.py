"""The fifteen invented patients of the demonstration study, as a table.

None of them exists. Together they give what was published of the trial, to the printed digits
(Cortés-Hernández et al., Arthritis Res Ther 2012;14:R265): 15 women, median age 40; CLASI activity
11.0 (SD 5.9) at baseline and 4.13 (SD 3.66) at week 2; one stopped for side effects, the other 14
improved at week 2 and 12 of them cleared; 9 of the 12 relapsed 2 to 8 weeks after withdrawal; side
effects in 2; follow-up 15 months on average, 7 to 30. Which patient did what is invented.

`lesions` lists points of CLASI activity in the order in which they come: an activity of 4 is its
first four words. A word is a location and a column: `3E` one grade of erythema at nose and malar
area, `3S` of scale, `3D` dyspigmentation, `3C` scarring; `M` mucosa, `H` hair loss, `A` alopecia,
`K3` scarring of the scalp. `course` gives the activity found at each visit; `@` a day after Day 1,
`+` new damage, `draft` a visit whose forms are not complete, `missed` one that was not held. A dose
begins the day after the visit it is decided at. What else is known of each stands in `backgrounds`.
"""

from __future__ import annotations

from ordi_crf.demo import enrolled_2009, enrolled_2010
from ordi_crf.demo.subject import Subject

SUBJECTS: tuple[Subject, ...] = (*enrolled_2009.SUBJECTS, *enrolled_2010.SUBJECTS)
