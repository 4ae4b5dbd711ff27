# Makes survival.json: Aalen-Johansen and Kaplan-Meier curves of R's `survival`, with cut-off and late-entering durations, and quantiles of R's beta
# distribution. Run once: Rscript make.R > survival.json. Neither the product nor its tests need R.
suppressPackageStartupMessages(library(survival))
number <- function(x) formatC(x, digits = 15, format = "g")
row <- function(x) paste0("[", paste(trimws(number(as.numeric(x))), collapse = ", "), "]")

set.seed(7)
cases <- list(
  list(name = "small with ties", time = c(5, 8, 8, 12, 12, 12, 20, 25, 31, 31), ending = c(1, 2, 0, 1, 1, 2, 0, 1, 2, 0), from = rep(0, 10)),
  list(name = "sixty, a third cut off", time = ceiling(rexp(60, 1 / 40)) + 1, ending = sample(0:2, 60, TRUE), from = rep(0, 60)),
  list(name = "eighty, some seen late", time = ceiling(rexp(80, 1 / 60)) + 10, ending = sample(0:2, 80, TRUE, c(.2, .4, .4)),
    from = sample(c(0, 0, 3, 8), 80, TRUE))
)
parts <- sapply(cases, function(case) {
  ending <- factor(case$ending, 0:2, c("open", "won", "lost"))
  fit <- survfit(Surv(case$from, case$time, ending) ~ 1, id = seq_along(case$time))
  km <- survfit(Surv(case$from, case$time, case$ending > 0) ~ 1)
  at <- which(rowSums(fit$n.event[, match(c("won", "lost"), fit$states)]) > 0)
  kmAt <- which(km$n.event > 0)
  stopifnot(all(fit$time[at] == km$time[kmAt]))
  paste0("  { \"name\": \"", case$name, "\", \"time\": ", row(case$time), ",\n    \"ending\": ", row(case$ending), ",\n    \"from\": ", row(case$from),
    ",\n    \"steps\": { \"time\": ", row(fit$time[at]), ",\n      \"atRisk\": ", row(km$n.risk[kmAt]), ",\n      \"open\": ", row(km$surv[kmAt]),
    ",\n      \"won\": ", row(fit$pstate[at, match("won", fit$states)]), ",\n      \"lost\": ", row(fit$pstate[at, match("lost", fit$states)]), " } }")
})
betas <- expand.grid(p = c(0.025, 0.1, 0.5, 0.9, 0.975), a = c(0.5, 2, 30, 400), b = c(0.7, 5, 250))
cat("{\n\"madeWith\": \"", R.version.string, ", survival ", as.character(packageVersion("survival")), "\",\n\"curves\": [\n", paste(parts, collapse = ",\n"),
  "\n],\n\"beta\": { \"p\": ", row(betas$p), ",\n  \"a\": ", row(betas$a), ",\n  \"b\": ", row(betas$b), ",\n  \"quantile\": ",
  row(qbeta(betas$p, betas$a, betas$b)), " },\n\"logGamma\": { \"x\": ", row(c(0.1, 0.5, 1, 5, 12.25, 300, 1e5)), ",\n  \"value\": ",
  row(lgamma(c(0.1, 0.5, 1, 5, 12.25, 300, 1e5))), " }\n}\n", sep = "")
