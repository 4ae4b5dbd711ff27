# Reference results of reconciliation, by base R's matrices (solve), corpcor's shrinkage and quadprog's quadratic programmes.
# Rscript test/reference/hierarchy/make.R > test/reference/hierarchy/reconciled.json
# The formulas are the ones with the inverse of the whole covariance, S (S' W^-1 S)^-1 S' W^-1, which is another way than the product's.
library(jsonlite)
library(quadprog)
library(corpcor)
set.seed(20261112)

# company -> A (a1, a2, a3), B (b1, b2), c: nodes in the order of the tree
parents <- c(NA, 0, 1, 1, 1, 0, 5, 5, 0)
leaves <- c(3, 4, 5, 7, 8, 9)
n <- 9
S <- matrix(0, n, length(leaves))
S[1, ] <- 1
S[2, 1:3] <- 1
S[6, 4:5] <- 1
for (k in seq_along(leaves)) S[leaves[k], k] <- 1

time <- 24
# Errors that have something in common, of different size.
common <- rnorm(time)
size <- c(30, 15, 6, 8, 4, 12, 5, 9, 7)
errors <- sapply(seq_len(n), function(i) round(size[i] * (0.5 * common + rnorm(time)), 2))
base <- rbind(c(310, 330, 290), c(150, 160, 140), c(60, 66, 58), c(55, 50, 61), c(20, 22, 19), c(90, 99, 80),
  c(40, 41, 30), c(52, 49, 50), c(80, 85, 66))
low <- base
low[5, ] <- c(1, -14, 0.5)
low[7, ] <- c(0.2, 1, -30)
low[1, ] <- c(120, 150, 100)

gls <- function(W) S %*% solve(t(S) %*% solve(W) %*% S) %*% t(S) %*% solve(W)

# The estimator of Schaefer and Strimmer with means taken to be 0, as in the appendix of Wickramasuriya and others.
shrink <- function(x) {
  m <- nrow(x)
  cov <- crossprod(x) / m
  cor <- cov2cor(cov)
  xs <- scale(x, center = FALSE, scale = sqrt(diag(cov)))
  v <- (1 / (m * (m - 1))) * (crossprod(xs^2) - 1 / m * (crossprod(xs))^2)
  diag(v) <- 0
  d <- cor
  diag(d) <- 0
  lambda <- max(0, min(1, sum(v) / sum(d^2)))
  list(lambda = lambda, W = lambda * diag(diag(cov)) + (1 - lambda) * cov)
}
shrunk <- shrink(errors)
# corpcor takes means off and divides by m - 1; on errors whose means are 0 already both have the same correlations.
centred <- scale(errors, scale = FALSE)
attr(centred, "scaled:center") <- NULL
corp <- estimate.lambda(centred, verbose = FALSE)

W <- list(minimumTrace = shrunk$W, byVariance = diag(diag(shrunk$W)), ordinary = diag(n))
floored <- function(b, W) {
  Wi <- solve(W)
  D <- t(S) %*% Wi %*% S
  scale <- max(abs(D))
  S %*% solve.QP(D / scale, t(S) %*% Wi %*% b / scale, diag(ncol(S)), rep(0, ncol(S)))$solution
}
result <- lapply(W, function(w) list(
  reconciled = gls(w) %*% base,
  floored = apply(low, 2, floored, w),
  # Standard errors after against before, when the errors' covariance is the shrunk one.
  widths = sqrt(diag(gls(w) %*% shrunk$W %*% t(gls(w))) / diag(shrunk$W))
))
bottom <- S %*% base[leaves, ]
P <- matrix(0, ncol(S), n)
for (k in seq_along(leaves)) P[k, leaves[k]] <- 1
result$bottomUp <- list(
  reconciled = bottom,
  widths = sqrt(diag(S %*% P %*% shrunk$W %*% t(S %*% P)) / diag(shrunk$W))
)
# Two groupings of four leaves: rows and columns of a table, which is no tree.
G <- rbind(rep(1, 4), c(1, 1, 0, 0), c(0, 0, 1, 1), c(1, 0, 1, 0), c(0, 1, 0, 1), diag(4))
WG <- diag(c(16, 9, 4, 7, 6, 2, 1, 3, 2.5)) + 0.3
groupedBase <- c(100, 52, 45, 60, 44, 30, 21, 26, 20)
grouped <- G %*% solve(t(G) %*% solve(WG) %*% G) %*% t(G) %*% solve(WG) %*% groupedBase

cat(toJSON(list(
  parents = parents, base = base, low = low, errors = t(errors), lambda = shrunk$lambda, W = shrunk$W,
  centred = t(centred), corpcorLambda = as.numeric(corp), result = result,
  grouped = list(W = WG, base = groupedBase, reconciled = as.numeric(grouped))
), digits = NA, na = "null", auto_unbox = TRUE, pretty = FALSE), "\n", sep = "")
