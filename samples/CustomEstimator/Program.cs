using CustomEstimator;
using TypedTune;
using TypedTune.Learning;

// Tumours of three kinds and 400 genes, of which the first 30 tell the kinds apart, ten for each: far more columns than rows, and mostly noise.
string[] kinds = ["benign", "slow", "fast"];
const int Genes = 400;
var root = Seed.Of(42);
double[][] rows = [.. Enumerable.Range(0, 120).Select(row =>
{
    var random = root.Derive(row).Stream();
    return Enumerable.Range(0, Genes).Select(gene => random.NextNormal() + (gene / 10 == row % kinds.Length ? 0.9 : 0)).ToArray();
})];
var data = new Dataset(FeatureMatrix.FromRows(rows), Targets.Of(new Categories(kinds, [.. Enumerable.Range(0, rows.Length).Select(row => row % kinds.Length)])));
var (train, test) = (data.TakeRows([.. Enumerable.Range(0, 90)]), data.TakeRows([.. Enumerable.Range(90, 30)]));

#region search
var p = ShrunkenCentroids.Space; // generated, as for the estimators of the library
var search = new GridSearch<ShrunkenCentroids>(p.Shrinkage.In(0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2)) { Evaluation = new StratifiedKFold(5), Scoring = Metric.Accuracy };

Console.WriteLine(search.Plan(train));
var result = search.Fit(train);
Console.WriteLine(result);

FittedShrunkenCentroids model = result.Model; // its own type
Console.WriteLine($"{result.Best.Configuration}: {Metric.Accuracy.Score(test.Targets, Targets.Of(model.Predict(test.Features))):P0} of {test.RowCount} new rows are right");
#endregion

var probabilities = model.PredictProbabilities(test.Features);
for (int row = 0; row < 5; row++)
    Console.WriteLine($"{test.Targets.Labels[row],-6}  {string.Join("  ", kinds.Select((kind, level) => $"{kind} {probabilities[row, level]:F3}"))}");
