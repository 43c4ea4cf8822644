// SPDX-License-Identifier: GPL-3.0-or-later
// What an author may do about a complaint: one table, by the words that the check uses.
#include "app/core/catalogue/item_review.h"

#include <array>

namespace tongban::catalogue {

namespace {

struct Hint
{
    const char *words; // of the complaint
    const char *hint;
};

constexpr std::array hints{
    Hint{"is not in the catalogue", "一件事里的事项要一起检查：把它们的文件也写上。"},
    Hint{"asks something else than in an item before", "两个事项用了同一个 key，问的却不一样：改一个名字。"},
    Hint{"no way that the other items take", "几个事项收这份材料、认这个人的办法没有一样的，合不成一张表。"},
    Hint{"cannot be applied for at a terminal", "这个事项在自助机上办不了，不能放进一件事。"},
    Hint{"unknown key", "没有这一项：看看是不是写错了名字，或者写错了地方。"},
    Hint{"a text that is not empty", "这里要写字，不能空着。"},
    Hint{"characters stand here", "字数不合：请写长一点或短一点。"},
    Hint{"a text is expected", "这里要写在引号里。"},
    Hint{"an object is expected", "这里要用花括号 { }。"},
    Hint{"a list is expected", "这里要用方括号 [ ]。"},
    Hint{"at least", "太少了，请再加。"},
    Hint{"at most", "太多了，请减少。"},
    Hint{"one of equals", "条件只能写 equals、in、and、or 中的一个。"},
    Hint{"one of ", "只能写后面列出的词，大小写也要一样。"},
    Hint{"true or false", "只能写 true 或 false，不加引号。"},
    Hint{"a whole number", "这里要写整数，不加引号，不要超出范围。"},
    Hint{"a month", "月份写 1 到 12。"},
    Hint{"this key was used before", "每个 key 只能用一次，情形和填写项合在一起算。"},
    Hint{"this value was used before", "同一题的选项，value 不能重复。"},
    Hint{"stood here before", "重复了，删掉一个。"},
    Hint{"names nothing that was asked before", "条件只能看前面已经问过的题；材料和受理条件只能看情形。"},
    Hint{"only the answer of a choice", "条件只能看选择题的答案。"},
    Hint{"compares with a value", "前面那道题没有这个选项，请照抄它的 value。"},
    Hint{"no field has this key", "fields 里没有这一项，请先在 fields 里写好。"},
    Hint{"stands on no page", "请把它放到 pages 里的某一页。"},
    Hint{"stands on another page", "一个填写项只能放在一页上。"},
    Hint{"there is no such", "请看看是不是写错了 key。"},
    Hint{"the origin library needs it", "来源有 library，就要写 licence：证照库里叫什么。"},
    Hint{"the origin commitment needs it", "来源有 commitment，就要写 commitment：签名承诺的那句话。"},
    Hint{"the origin paper needs it", "来源有 paper，就要写 paperReason：为什么要原件。"},
    Hint{"only the origin", "来源里没有它，这一项就不要写。"},
    Hint{"is asked and proves nothing", "这时候要它没有用：给它加 when，或者在受理条件里写明它证明什么。"},
    Hint{"applies, ", "这时候缺证明：放宽它的 when，或者给受理条件加 when。"},
    Hint{"on no path", "永远轮不到它：看看 when 里的答案对不对。"},
    Hint{"paths lead through", "情形太多了：请拆成几个事项。"},
    Hint{"has no English", "请在 english 里加上这句话的英文。"},
    Hint{"translates nothing", "中文里已经没有这句话了，请从 english 里删掉或改成一样的。"},
    Hint{"syllable", "名称有几个字，拼音就写几个音节，中间空一格。"},
    Hint{"icon", "图标名要在 Material Icons 里有。"},
    Hint{"file name", "文件名要写成 code 加 .json。"},
    Hint{"is read aloud", "这句话要念给人听：请用中文写，一句不超过六十个字。"},
    Hint{"shared by", "请按这个事项自己的情形写。"},
    Hint{"comma", "看看逗号是多了还是少了。"},
    Hint{"quotation mark", "看看引号是不是成对，有没有用成中文引号。"},
    Hint{"a name in quotes", "名字要用英文双引号。"},
    Hint{"a date as", "日期写成 2026-01-31 的样子。"},
    Hint{"there is no such day", "没有这一天。"},
};

} // namespace

QString hintFor(const QString &what)
{
    for (const Hint &hint : hints) {
        if (what.contains(QLatin1String(hint.words)))
            return QString::fromUtf8(hint.hint);
    }
    return {};
}

} // namespace tongban::catalogue
