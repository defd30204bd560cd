/**
 * Words the commonest passwords are made of, as known from published lists of leaked passwords (English, Russian,
 * Kazakh and Arabic habits; from general knowledge, in our own selection). Twelve characters made of these, of
 * digits and of signs, are among the first that anybody tries.
 */
export const commonBases: string[] = `
password passwort passw0rd pass parol parole mypassword motdepasse contrasena admin administrator root user guest test
login welcome letmein changeme change secret default master access enter open sesame system server database computer
internet qwerty qwertz azerty asdf zxcv qazwsx iloveyou love lovely loveme forever monkey dragon football baseball
basketball soccer hockey superman batman spiderman starwars pokemon princess sunshine shadow summer winter spring autumn
january february march april june july august september october november december monday tuesday wednesday thursday
friday saturday sunday michael jordan jennifer jessica charlie daniel thomas andrew joshua matthew robert ashley nicole
trustno hello hallo privet marina natasha nastya tatiana svetlana sergey sergei alexander aleksandr vladimir dmitry
kazakhstan qazaqstan almaty astana nursultan russia rossiya moskva moscow syria iraq baghdad damascus aleppo mosul
america canada london google facebook instagram telegram whatsapp samsung apple iphone android microsoft windows
sandsage family baby angel jesus christ allah bismillah muhammad mohammed mohamed ahmed ali hassan
пароль привет любовь люблю тебя солнце марина наташа настя александр сергей владимир россия москва казахстан қазақстан
алматы астана админ админстратор администратор мама папа семья котенок счастье зайка весна лето осень зима қауіпсіз құпия
құпиясөз сәлем сүйемін анашым отан отбасы
كلمة كلمةالسر كلمةالمرور السر مرور مرحبا حبيبي حبيبتي احبك الله محمد احمد سوريا العراق بغداد دمشق عائلة
`
  .split(/\s+/)
  .filter(Boolean)
  .toSorted((a, b) => b.length - a.length)
