using TypedTune.Learning.Tests.Data;

namespace TypedTune.Learning.Tests.Reports;

#pragma warning disable xUnit1051 // What is shown to users stands here as they write it.

/// <summary>What the pages on validation show, as it stands there.</summary>
public sealed class PenguinPageTests
{
    private static readonly string[] s_species = ["Adelie", "Chinstrap", "Gentoo"];

    [Fact]
    public void Penguins_AreCrossValidatedInThreeLines() => WithFile(path =>
    {
        #region penguins
        Dataset penguins = Csv.ReadLabeledDataset(path, "species");
        var scores = new RandomForestClassifier().CrossValidate(penguins, new StratifiedKFold(5), [Metric.F1(Average.Macro), Metric.RocAuc()]);
        Console.WriteLine(scores);
        #endregion

        Assert.InRange(scores.Validation.Mean, 0.6, 1);
        Assert.InRange(scores.Scores[1].Validation.Mean, 0.8, 1);
    });

    [Fact]
    public void Reports_AreMadeOfPredictions() => WithFile(path =>
    {
        var (train, test) = Csv.ReadLabeledDataset(path, "species").SplitStratified(0.25, seed: 1);

        #region reports
        var model = new RandomForestClassifier { Seed = 1 }.Fit(train.Features, train.Targets.Labels);
        FeatureMatrix probabilities = model.PredictProbabilities(test.Features);
        var report = ClassificationReport.From(test.Targets.Labels, probabilities);
        Console.WriteLine(report); // precision, recall and F1 of each label, and their averages
        Console.WriteLine(report.Confusion.Normalize(ConfusionShare.Truth)["Gentoo", "Gentoo"]);
        Console.WriteLine(RocCurve.From(test.Targets.Labels, probabilities, "Gentoo").Area); // Points has what a chart needs
        Console.WriteLine(CalibrationCurve.From(test.Targets.Labels, probabilities, "Gentoo", new() { Count = 5 }));
        #endregion

        Assert.Equal(s_species, report.Confusion.Labels);
    });

    [Fact]
    public void Comparison_SaysHowSureTheWinnerIs() => WithFile(path =>
    {
        var train = Csv.ReadLabeledDataset(path, "species");
        var p = RandomForestClassifier.SpaceFrom(new RandomForestClassifier { Seed = 1 });
        var search = new GridSearch<RandomForestClassifier>(p.Trees.In(5, 50)) { Evaluation = new RepeatedKFold(5, 2) { Stratify = true }, Scoring = Metric.LogLoss };
        var result = search.Fit(train);

        #region compare
        TrialComparison sure = result.Compare(result.Best, result.Ranked.Last(), options: new() { Equivalence = 0.01 });
        Console.WriteLine(sure); // better by …, p = …; better 97.1 %, equivalent 0.4 %, worse 2.5 %
        BootstrapResult expected = result.Best.Configuration.Bootstrap(train, Metric.LogLoss, new() { Samples = 20 }); // .632+
        #endregion

        Assert.True(sure.MeanDifference >= 0);
        Assert.True(expected.Score > 0);
    });

    [Fact]
    public void RolesOfRows_AreThoseThatThePageMarks()
    {
        var sightings = new Table<Sighting>([new Sighting { Island = "Dream", Individual = "N1A1", Seen = new(2008, 11, 1), Species = Species.Adelie }, new Sighting { Island = "Biscoe", Individual = "N1A2", Seen = new(2008, 11, 2), Observers = 3, Species = Species.Gentoo }]);

        Assert.Equal([0.5, 1], sightings.Roles.Weights!);
        Assert.Equal("N1A2", sightings.Roles.Groups![1]);
        Assert.Equal("2 rows with targets, groups, strata, weights, times", sightings.Roles.ToString());
    }

    private static void WithFile(Action<string> test)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, "penguins.csv");
            var random = Seed.Of(3).Stream();
            File.WriteAllLines(path, ["species,bill_length,flipper_length", .. Enumerable.Range(0, 150).Select(row => FormattableString.Invariant($"{s_species[row % 3]},{40 + 4 * (row % 3) + 3 * random.NextNormal():F1},{190 + 12 * (row % 3) + 8 * random.NextNormal():F0}"))]);
            test(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
