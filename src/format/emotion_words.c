#include "format/emotion_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"

/* Words with `|` between them; one that ends in `*` may go on.  Matched after
 * utf8_fold(), at a word's start, or anywhere in scripts without blanks. */
static const struct {
	int value;              /* NOT: turns the next word round */
	const char *words;
} lists[] = {
#define NOT 9
	{ NOT, "not|no|never|isn't|don't|не|нет|안|не очень|não|nem|không|chưa|"
	       "chẳng|chả|chưa được|不|没|沒|没有|沒有|未" },
	{ 2, "delight*|excite*|exciting|thrilled|love|loves|loved|amazed|"
	     "amazing|ecstatic|overjoyed|euphori*|enthusias*|very happy|"
	     "very satisfied|proud|wow|joy*|fantastic|wonderful|elated" },
	{ 1, "happy|happi*|satisf*|pleased|pleasant*|content|calm|confident|"
	     "confidence|hope*|optimis*|interest*|curio*|relie*|trust*|"
	     "comfort*|grateful|gratitude|engaged|inspired|motivated|eager|"
	     "positive|good|glad|reassur*|empowered|secure|safe|welcom*|"
	     "accomplish*|appreciat*|intrigued|cheerful|enjoy*|smooth|easy|"
	     "surprised and delighted|anticipat*|keen|valued" },
	{ 0, "neutral*|indifferent*|okay|ok|normal|focused|attentive|"
	     "surprise*|thoughtful|contemplative|expectant|mixed" },
	{ -1, "confus*|worr*|anxi*|unsure|uncertain*|doubt*|skeptic*|sceptic*|"
	      "hesita*|bored|boring|boredom|disappoint*|sad|sadness|nervous*|"
	      "stress*|tired|tiring|impatien*|annoy*|unhappy|dissatisf*|"
	      "unsatisf*|uncomfortable|concern*|apprehens*|cautious|"
	      "overwhelm*|lost|negative|bad|irritat*|tense|insecur*|unease|"
	      "uneasy|suspicious|wary|regret*|guilt*|discomfort|pressur*|"
	      "pessimis*|reluctan*|lonely|isolated|intimidated|frustrat*" },
	{ -2, "angry|anger|furious*|rage|hate*|despair*|desperat*|outrag*|"
	      "terrible|horrible|panic*|devastat*|very frustrated|"
	      "extremely frustrated|disgust*|betrayed|hopeless*|helpless*|"
	      "very dissatisfied|very unhappy|awful|exasperat*|fear*|scared|"
	      "terrified" },
	{ 2, "восторг*|восхищ*|счасть*|счастлив*|радост*|радуе*|воодушевл*|"
	     "эйфори*|обожа*|гордост*|энтузиазм*" },
	{ 1, "удовлетвор*|доволен|довольн*|интерес*|любопыт*|надежд*|уверен*|"
	     "спокойств*|спокоен|облегчен*|доверие|благодарност*|вдохновл*|"
	     "приятн*|предвкушени*|комфорт*|хорошо" },
	{ 0, "нейтральн*|безразлич*|удивлен*|ожидани*|нормально" },
	{ -1, "тревог*|тревож*|беспокойств*|сомнени*|сомнева*|неуверенн*|"
	      "растерян*|разочаров*|грусть|грустн*|скук*|скучн*|усталост*|"
	      "стресс*|раздражен*|недоволь*|неудовлетвор*|недоверие|волнени*|"
	      "нетерпени*|замешательств*|опасени*|напряж*|фрустрац*|плохо|"
	      "скепти*|дискомфорт*" },
	{ -2, "злост*|злит*|гнев*|ярост*|отчаяни*|ненави*|ужас*|страх*|паник*|"
	      "возмущ*|бешенств*" },
	{ 2, "매우 만족|아주 만족|기쁨|기쁘|기뻐|행복|신남|신나|설렘|설레|감동|"
	     "환호|뿌듯|최고|즐거움|즐거" },
	{ 1, "만족|기대|호기심|흥미|관심|안심|안도|편안|편리|자신감|신뢰|희망|"
	     "좋음|좋다|감사|성취감|재미|긍정" },
	{ 0, "중립|보통|무덤덤|평온|놀람" },
	{ -1, "불만족|불만|불안|걱정|혼란|당황|실망|지루|답답|짜증|의심|망설|"
	      "피곤|스트레스|부담|긴장|슬픔|슬프|아쉬|귀찮|불편|초조|막막|부정|"
	      "좌절" },
	{ -2, "매우 불만족|분노|화남|화가|절망|공포|최악|두려" },
	{ 2, "非常满意|非常滿意|很开心|很開心|兴奋|興奮|惊喜|驚喜|激动|激動|狂喜|"
	     "幸福|自豪|热爱|熱愛|太棒" },
	{ 1, "满意|滿意|开心|開心|高兴|高興|愉快|期待|好奇|感兴趣|感興趣|放心|"
	     "安心|信任|自信|希望|轻松|輕鬆|感激|感动|感動|喜欢|喜歡|满足|滿足|"
	     "快乐|快樂|积极|積極|成就感|方便" },
	{ 0, "中性|一般|普通|平静|平靜|无感|無感|惊讶|驚訝" },
	{ -1, "不满意|不滿意|不满|不滿|不安|担心|擔心|焦虑|焦慮|困惑|迷茫|疑惑|"
	      "怀疑|懷疑|犹豫|猶豫|失望|无聊|無聊|烦|煩|沮丧|沮喪|紧张|緊張|"
	      "疲惫|疲憊|压力|壓力|难过|難過|不耐|挫折|挫败|尴尬|尷尬|无奈|"
	      "無奈|消极|消極" },
	{ -2, "愤怒|憤怒|生气|生氣|绝望|絕望|崩溃|崩潰|恐惧|恐懼|非常不满|"
	      "非常不滿|害怕" },
	{ 2, "encantad*|empolgad*|empolgação|entusias*|felicidade|alegria|"
	     "muito feliz|muito satisfeit*|apaixonad*|maravilhad*|orgulh*|"
	     "euforia" },
	{ 1, "feliz|contente|satisf*|interess*|curios*|esperanç*|confian*|"
	     "confiante|aliviad*|alívio|tranquil*|segur*|animad*|motivad*|"
	     "gratidão|otimis*|acolhid*|positivo" },
	{ 0, "neutr*|indiferen*|normal|surpres*" },
	{ -1, "ansios*|ansiedade|preocupa*|confus*|insegur*|dúvida*|inseguranç*|"
	      "frustra*|decepcion*|decepção|entediad*|tédio|trist*|cansad*|"
	      "cansaço|estress*|irrita*|insatisf*|desconfia*|nervos*|"
	      "impacien*|receio|medo|desconfort*|negativo|hesita*" },
	{ -2, "raiva|furios*|desesper*|ódio|pânico|revolta*|indigna*|"
	      "muito frustrad*|péssim*" },
	{ 2, "大満足|嬉しい|うれしい|喜び|喜ぶ|感動|ワクワク|わくわく|興奮|最高|"
	     "幸せ|楽しい|大好き|感激|誇らし" },
	{ 1, "満足|安心|期待|好奇心|興味|信頼|納得|快適|希望|自信|好き|楽しみ|"
	     "感謝|落ち着|ほっと|ホッと|達成感|便利|楽しさ|前向き" },
	{ 0, "普通|中立|無関心|驚き|平常" },
	{ -1, "不満足|不満|不安|心配|戸惑|混乱|困惑|迷い|迷う|疑問|疑い|退屈|"
	      "がっかり|失望|イライラ|いらいら|面倒|疲れ|ストレス|緊張|悲し|"
	      "焦り|焦る|もどかし|モヤモヤ|後悔|残念|ためら|億劫|挫折|"
	      "フラストレーション" },
	{ -2, "怒り|怒る|激怒|絶望|恐怖|最悪|怖い" },
	{ 2, "rất vui|rất hài lòng|rất thích|phấn khích|hào hứng|háo hức|"
	     "hạnh phúc|sung sướng|vui sướng|thích thú|tuyệt vời|yêu thích|"
	     "tự hào|bất ngờ thú vị|vui mừng|phấn khởi" },
	{ 1, "vui|vui vẻ|hài lòng|thích|tò mò|quan tâm|yên tâm|an tâm|tin tưởng|"
	     "tin cậy|tự tin|hy vọng|hi vọng|kỳ vọng|thoải mái|nhẹ nhõm|"
	     "dễ chịu|hứng thú|mong đợi|biết ơn|được quan tâm|ấm áp|thư giãn|"
	     "mong chờ|ưng ý|tích cực|tốt" },
	{ 0, "bình thường|trung lập|trung tính|bình tĩnh|ngạc nhiên|bất ngờ" },
	{ -1, "lo lắng|lo âu|lo ngại|băn khoăn|phân vân|bối rối|hoang mang|"
	      "nghi ngờ|do dự|chán nản|nhàm chán|buồn|buồn bã|thất vọng|khó chịu|"
	      "bực mình|bực bội|mệt mỏi|căng thẳng|sốt ruột|mất kiên nhẫn|"
	      "e ngại|e dè|hụt hẫng|áp lực|rối rắm|bất an|nản lòng|tiêu cực|"
	      "bất tiện|ức chế|tiếc nuối|hồi hộp|thiếu tin tưởng|mơ hồ" },
	{ -2, "tức giận|giận dữ|phẫn nộ|tuyệt vọng|bực tức|tồi tệ|"
	      "rất thất vọng|rất khó chịu|điên tiết|sợ hãi|lo sợ|hoảng sợ|"
	      "hoảng loạn|căm ghét|ghét|cáu gắt" },
	{ 2, "😀|😃|😄|😁|😆|😍|🤩|🥰|🥳|🎉|❤|💖|💯|😂|🤗|😻" },
	{ 1, "😊|🙂|☺|😌|😎|😋|👍|😉|🤓|💪|🙏|✨|😇|💡" },
	{ 0, "😐|😶|😑|🤔|😮|😯|😲|🧐" },
	{ -1, "🙁|☹|😕|😟|😔|😞|😒|😬|😰|😓|😥|😪|😴|🥱|😣|😖|😨|👎|🙄|😩|😫|"
	      "😤|🥺|😵|🤨|😢" },
	{ -2, "😠|😡|🤬|😭|😱|💔|🤮|💢|👿" },
};

struct word {
	char *folded;
	size_t len;
	int value;
	bool open;              /* may go on */
};

static struct word *words;      /* the longest first */
static size_t count, cap;

static void add_word(const char *s, size_t len, int value)
{
	struct strbuf folded = STRBUF_INIT;
	char *plain = xstrndup(s, len);
	bool open = plain[len - 1] == '*';

	if (open)
		plain[len - 1] = '\0';
	utf8_fold(plain, &folded, NULL);
	words = xgrow(words, count, &cap, sizeof *words);
	words[count] = (struct word){ NULL, folded.len, value, open };
	words[count++].folded = strbuf_detach(&folded);
	free(plain);
}

static int longer(const void *a, const void *b)
{
	const struct word *x = a, *y = b;

	if (x->len != y->len)
		return x->len < y->len ? 1 : -1;
	return strcmp(x->folded, y->folded);
}

static void make_words(void)
{
	for (size_t i = 0; i < ARRAY_LEN(lists); i++)
		for (const char *s = lists[i].words; *s; s += *s == '|') {
			size_t len = strcspn(s, "|");

			add_word(s, len, lists[i].value);
			s += len;
		}
	qsort(words, count, sizeof *words, longer);
}

/* Hangul, kana, Han and faces need no blanks between words. */
static bool stands_alone(unsigned c)
{
	return c >= 0x1100;
}

/* The longest word at s, or NULL; `inside`: a letter stands before it. */
static const struct word *word_at(const char *s, bool inside)
{
	if (inside && !stands_alone(utf8_decode(s, NULL)))
		return NULL;
	for (size_t i = 0; i < count; i++) {
		const struct word *w = &words[i];

		if (strncmp(s, w->folded, w->len) != 0)
			continue;
		if (w->open || stands_alone(utf8_decode(s, NULL)) ||
		    !utf8_is_alnum(utf8_decode(s + w->len, NULL)))
			return w;
	}
	return NULL;
}

struct sum {
	double values;
	size_t words;
	bool turned;            /* by a "not" directly before */
};

static void sum_up(struct sum *sum, const struct word *w)
{
	if (w->value == NOT) {
		sum->turned = true;
		return;
	}
	sum->values += sum->turned && w->value ? (w->value > 0 ? -1 : 1) :
						 w->value;
	sum->words++;
	sum->turned = false;
}

int emotion_nearest(double mean)
{
	int value = -2;

	while (value < 2 && mean > value + 0.5)
		value++;
	return value;
}

int emotion_guess(const char *text)
{
	struct strbuf folded = STRBUF_INIT;
	struct sum sum = { 0, 0, false };
	bool inside = false;
	size_t len;

	if (!words)
		make_words();
	utf8_fold(text, &folded, NULL);
	for (const char *s = folded.s; *s; s += len) {
		const struct word *w = word_at(s, inside);

		utf8_decode(s, &len);
		inside = utf8_is_alnum(utf8_decode(s, NULL));
		if (!w) {
			if (inside)
				sum.turned = false;
			continue;
		}
		sum_up(&sum, w);
		len = w->len;
	}
	strbuf_release(&folded);
	if (!sum.words)
		return EMOTION_UNKNOWN;
	return emotion_nearest(sum.values / (double)sum.words);
}
