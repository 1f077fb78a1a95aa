using CustomEstimator;
using TypedTune;
using TypedTune.Learning;

// Stars in three spiral arms, which no straight line parts.
string[] arms = ["Norma", "Perseus", "Sagittarius"];
int[] codes = [.. Enumerable.Range(0, 600).Select(row => row % arms.Length)];
double[][] stars = [.. codes.Select((arm, row) =>
{
    var random = Seed.Of(42).Derive(row).Stream();
    double radius = 1 + 4 * random.NextDouble();
    double angle = 1.5 * radius + arm * Math.Tau / arms.Length;
    return (double[])[radius * Math.Cos(angle) + 0.4 * random.NextNormal(), radius * Math.Sin(angle) + 0.4 * random.NextNormal()];
})];
var data = new Dataset(FeatureMatrix.FromRows(stars, new FeatureNames("x", "y")), Targets.Of(new Categories(arms, codes)));
var held = new Holdout(0.25) { Stratify = true }.Split(data.Roles)[0];
var (train, test) = (data.TakeRows(held.Train), data.TakeRows(held.Validation));

#region search
var p = ParzenWindows.Space; // generated, as for the estimators of the library
var search = new GridSearch<ParzenWindows>(p.Width.In(0.01, 0.03, 0.1, 0.3, 1, 3)) { Evaluation = new StratifiedKFold(5), Scoring = Metric.Accuracy };

Console.WriteLine(search.Plan(train));
var result = search.Fit(train);
Console.WriteLine(result);

FittedParzenWindows model = result.Model; // its own type
Console.WriteLine($"{result.Best.Configuration}: {Metric.Accuracy.Score(test.Targets, Targets.Of(model.Predict(test.Features))):P0} of {test.RowCount} new rows are right");
#endregion

var probabilities = model.PredictProbabilities(test.Features);
for (int row = 0; row < 5; row++)
    Console.WriteLine($"{test.Targets.Labels[row],-11}  {string.Join("  ", arms.Select((arm, level) => $"{arm} {probabilities[row, level]:F3}"))}");

#region pipeline
var q = WinsorizedWindows.Space;
var both = new GridSearch<WinsorizedWindows>(q.Winsorize.Share.In(0, 0.01, 0.05) * q.Windows.Width.In(0.1, 0.3, 1)) { Evaluation = new StratifiedKFold(5), Scoring = Metric.Accuracy };
Console.WriteLine(both.Plan(train)); // the step is fitted once for each share and fold, and the windows are submodels of one fit
Console.WriteLine(both.Fit(train).Best);
#endregion
