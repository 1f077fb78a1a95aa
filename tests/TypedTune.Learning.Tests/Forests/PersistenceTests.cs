using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>Models that are saved and loaded.</summary>
public sealed class PersistenceTests
{
    private const int ChecksumLength = 32;

    private static readonly Gen<RandomForestRegressor> Regressions = Gen.Select(
        Gen.Int[0, 10_000],
        Gen.Enum<RegressionCriterion>(),
        Gen.OneOf<RowSampling>(Gen.Const(new EveryRow()), Gen.Const(new Bootstrap()), Gen.Int[1, 20].Select(rows => (RowSampling)new Subsample { Rows = rows }), Gen.Double[0.1, 1].Select(share => (RowSampling)new Bootstrap { Rows = RowCount.Fraction(share) })),
        Gen.OneOf(Gen.Const(MaxFeatures.All), Gen.Const(MaxFeatures.Sqrt), Gen.Const(MaxFeatures.Log2), Gen.Int[1, 5].Select(MaxFeatures.Count), Gen.Double[0.1, 1].Select(MaxFeatures.Fraction)),
        (seed, criterion, sampling, features) => new RandomForestRegressor
        {
            Trees = 1 + seed % 3,
            Criterion = criterion,
            Sampling = sampling,
            MaxFeatures = features,
            MaxDepth = seed % 2 == 0 ? null : 1 + seed % 7,
            MaxLeaves = seed % 5 == 0 ? 9 : null,
            MinRowsToSplit = seed % 3 == 0 ? RowCount.Fraction(0.1) : 3,
            MonotoneConstraints = seed % 7 == 0 ? MonotoneConstraints.None.Increasing("x0").Decreasing("x3") : MonotoneConstraints.None,
            Bins = (SplitBins)(seed % 4),
            ValueTolerance = seed % 4 * 0.01,
            Seed = seed,
        });

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void LoadedRegression_IsTheSame() => Regressions.Sample(configuration =>
    {
        var (features, target) = Draw(configuration.Seed);
        var forest = configuration.Fit(features, Array.ConvertAll(target, Math.Abs), Context);
        foreach (var loaded in new[] { Through(forest), ThroughJson(forest) })
        {
            Assert.Equal(configuration, loaded.Configuration);
            Assert.Equal(forest.FeatureNames, loaded.FeatureNames);
            AssertSame(forest.Trees, loaded.Trees);
            Assert.Equal(forest.Predict(features, Context), loaded.Predict(features, Context));
            Assert.Equal(forest.FeatureImportances.Select(item => item.Importance), loaded.FeatureImportances.Select(item => item.Importance));
        }
    }, iter: 60);

    [Fact]
    public void LoadedClassification_IsTheSame() => Gen.Int[0, 10_000].Sample(seed =>
    {
        var (features, _) = Draw(seed);
        var target = Samples.Labels(features, 1 + seed % 4);
        var weights = (seed % 4) switch { 0 => ClassWeights.Equal, 1 => ClassWeights.Balanced, 2 => ClassWeights.BalancedPerTree, _ => ClassWeights.Of(("class 0", 2.5)) };
        var configuration = new RandomForestClassifier { Trees = 2, ClassWeights = weights, Criterion = (ClassificationCriterion)(seed % 2), MaxDepth = 1 + seed % 9, Seed = seed };
        var forest = configuration.Fit(features, target, Context);
        foreach (var loaded in new[] { Through(forest), ThroughJson(forest) })
        {
            Assert.Equal(configuration, loaded.Configuration);
            Assert.Equal(forest.Levels, loaded.Levels);
            AssertSame(forest.Trees, loaded.Trees);
            Assert.Equal(forest.PredictProbabilities(features, Context).AsColumnMajor().ToArray(), loaded.PredictProbabilities(features, Context).AsColumnMajor().ToArray());
        }
    }, iter: 60);

    [Fact]
    public void LoadedTrees_AreTheSame()
    {
        var (features, target) = Draw(12);
        var regression = new DecisionTreeRegressor { MaxDepth = 4 }.Fit(features, target, Context);
        var classification = new DecisionTreeClassifier { MaxDepth = 4 }.Fit(features, Samples.Labels(features, 3), Context);

        Assert.Equal(regression.Tree.Nodes, Through(regression).Tree.Nodes);
        Assert.Equal(regression.Depth, ThroughJson(regression).Depth);
        Assert.Equal(classification.Predict(features, Context).Codes.ToArray(), Through(classification).Predict(features, Context).Codes.ToArray());
        Assert.Equal(classification.Configuration, ThroughJson(classification).Configuration);
    }

    [Fact]
    public void LoadedQuantileForest_PredictsTheSameQuantiles()
    {
        var (features, target) = Draw(12);
        double[] weights = [.. target.Select((_, row) => row % 3 * 0.7)];
        var forest = new QuantileForestRegressor { Trees = 3, MinRowsInLeaf = 2, Criterion = RegressionCriterion.AbsoluteError }.Fit(features, target, weights, Context);
        double[] expected = forest.PredictQuantiles(features, [0.1, 0.5, 0.9], Context).AsColumnMajor().ToArray();

        foreach (var loaded in new[] { Through(forest), ThroughJson(forest) })
        {
            Assert.Equal(forest.Configuration, loaded.Configuration);
            Assert.Equal(expected, loaded.PredictQuantiles(features, [0.1, 0.5, 0.9], Context).AsColumnMajor().ToArray());
        }
    }

    [Fact]
    public void AnyContentOfAQuantileForest_IsRefusedOrCanBeUsed()
    {
        var (features, target) = Draw(4);
        using var stream = new MemoryStream();
        new QuantileForestRegressor { Trees = 2, MaxDepth = 4 }.Fit(features, target, Context).Save(stream);
        byte[] saved = stream.ToArray();
        Gen.Select(Gen.Int[saved.Length / 4, saved.Length - 1 - ChecksumLength], Gen.Byte).Array[1, 3].Sample(changes =>
        {
            byte[] forged = [.. saved];
            foreach (var (at, value) in changes)
                forged[at] = value;
            SHA256.HashData(forged.AsSpan(0, forged.Length - ChecksumLength)).CopyTo(forged, forged.Length - ChecksumLength);
            try
            {
                var loaded = FittedQuantileForestRegressor.Load(new MemoryStream(forged));
                if (loaded.FeatureNames.Equals(features.Names))
                    Assert.Equal(features.RowCount, loaded.PredictQuantiles(features, [0, 0.5, 1], Context).RowCount);
            }
            catch (InvalidDataException)
            {
                // Refused.
            }
        }, iter: 2000);
    }

    [Fact]
    public void Models_StandOneBehindAnotherInAStream()
    {
        var (features, target) = Draw(3);
        var first = new DecisionTreeRegressor { MaxDepth = 2 }.Fit(features, target, Context);
        var second = new DecisionTreeRegressor { MaxDepth = 5 }.Fit(features, target, Context);
        using var stream = new MemoryStream();
        first.Save(stream);
        second.Save(stream);
        stream.Position = 0;

        Assert.Equal(first.LeafCount, FittedDecisionTreeRegressor.Load(stream).LeafCount);
        Assert.Equal(second.LeafCount, FittedDecisionTreeRegressor.Load(stream).LeafCount);
    }

    [Fact]
    public void AnyByteThatChanges_IsFound()
    {
        byte[] saved = SavedForest();
        Gen.Select(Gen.Int[0, saved.Length - 1], Gen.Byte[1, 255]).Sample((at, change) =>
        {
            byte[] damaged = [.. saved];
            damaged[at] ^= change;
            Assert.Throws<InvalidDataException>(() => Load(damaged));
        }, iter: 500);
    }

    [Fact]
    public void AnyFileThatIsCutOff_IsRefused()
    {
        byte[] saved = SavedForest();
        Gen.Int[0, saved.Length - 1].Sample(length => Assert.Throws<InvalidDataException>(() => Load(saved[..length])), iter: 200);
    }

    // Whoever computes the checksum again can write anything; it must not be walked into.
    [Fact]
    public void AnyContentWithAChecksum_IsRefusedOrCanBeUsed()
    {
        var (features, _) = Draw(4);
        byte[] saved = SavedForest();
        Gen.Select(Gen.Int[0, saved.Length - 1 - ChecksumLength], Gen.Byte).Array[1, 4].Sample(changes =>
        {
            byte[] forged = [.. saved];
            foreach (var (at, value) in changes)
                forged[at] = value;
            SHA256.HashData(forged.AsSpan(0, forged.Length - ChecksumLength)).CopyTo(forged, forged.Length - ChecksumLength);
            UseUnlessRefused(() => Load(forged), features);
        }, iter: 3000);
    }

    [Fact]
    public void AnyJson_IsRefusedOrCanBeUsed()
    {
        var (features, target) = Draw(4);
        using var stream = new MemoryStream();
        new RandomForestRegressor { Trees = 2, MaxDepth = 4 }.Fit(features, target, Context).SaveJson(stream);
        string saved = Encoding.UTF8.GetString(stream.ToArray());
        const string Characters = "0123456789-.,:{}[]\"e ntrue";
        Gen.Select(Gen.Int[0, saved.Length - 1], Gen.Int[0, Characters.Length - 1]).Array[1, 3].Sample(changes =>
        {
            var damaged = new StringBuilder(saved);
            foreach (var (at, character) in changes)
                damaged[at] = Characters[character];
            UseUnlessRefused(() => FittedRandomForestRegressor.LoadJson(new MemoryStream(Encoding.UTF8.GetBytes(damaged.ToString()))), features);
        }, iter: 1000);
    }

    [Fact]
    public void FileThatClaimsToBeHuge_CostsNoMore()
    {
        byte[] claims = [.. "TYPTUNE1"u8, .. BitConverter.GetBytes(2), .. "{}"u8, .. BitConverter.GetBytes(2_000_000_000L), 1, 2, 3];
        long before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<InvalidDataException>(() => Load(claims));

        Assert.Equal("The model is cut off: 1999999997 bytes are missing.", error.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16 << 20);
    }

    [Fact]
    public void OtherFiles_AreCalledWhatTheyAre()
    {
        var (features, target) = Draw(5);
        using var stream = new MemoryStream();
        new DecisionTreeRegressor().Fit(features, target, Context).Save(stream);

        Assert.Equal("This is a DecisionTreeRegressor, not a RandomForestRegressor.", Assert.Throws<InvalidDataException>(() => Load(stream.ToArray())).Message);
        Assert.Equal("This is no model: it does not begin with TYPTUNE1. Was it saved as JSON, or by another program?", Assert.Throws<InvalidDataException>(() => Load("{\"kind\":\"x\"}"u8.ToArray())).Message);
        Assert.StartsWith("This is no model, or a damaged one: ", Assert.Throws<InvalidDataException>(() => FittedRandomForestRegressor.LoadJson(new MemoryStream("pickle"u8.ToArray()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NewerVersion_IsRefused() => Assert.Equal("The model is of version 3, but only version 2 can be read. Update the package.", OfVersion(3).Message);

    [Fact]
    public void OlderVersion_IsRefused() => Assert.Equal("The model is of version 1, but only version 2 can be read. Fit it again.", OfVersion(1).Message);

    private static InvalidDataException OfVersion(int version)
    {
        var (features, target) = Draw(5);
        using var stream = new MemoryStream();
        new DecisionTreeRegressor().Fit(features, target, Context).SaveJson(stream);
        string other = Encoding.UTF8.GetString(stream.ToArray()).Replace("\"version\":2", $"\"version\":{version}", StringComparison.Ordinal);

        return Assert.Throws<InvalidDataException>(() => FittedDecisionTreeRegressor.LoadJson(new MemoryStream(Encoding.UTF8.GetBytes(other))));
    }

    private static (FeatureMatrix Features, double[] Target) Draw(int seed)
    {
        var (features, target) = Samples.Draw(seed, 60, 5);
        return (seed % 2 == 0 ? Samples.WithSpecialColumns(features, seed) : features, target);
    }

    private static byte[] SavedForest()
    {
        var (features, target) = Draw(4);
        using var stream = new MemoryStream();
        new RandomForestRegressor { Trees = 2, MaxDepth = 5 }.Fit(features, target, Context).Save(stream);
        return stream.ToArray();
    }

    private static FittedRandomForestRegressor Load(byte[] bytes) => FittedRandomForestRegressor.Load(new MemoryStream(bytes));

    private static void UseUnlessRefused(Func<FittedRandomForestRegressor> load, FeatureMatrix features)
    {
        FittedRandomForestRegressor loaded;
        try
        {
            loaded = load();
        }
        catch (InvalidDataException)
        {
            return;
        }

        // Under any names of columns.
        if (loaded.FeatureNames.Count == features.ColumnCount && Enumerable.Range(0, features.ColumnCount).All(column => loaded.FeatureNames.Levels(column)?.Count == features.Names.Levels(column)?.Count))
            Assert.Equal(features.RowCount, loaded.Predict(features.WithNames(loaded.FeatureNames), Context).Length);
    }

    private static T Through<T>(T model)
        where T : IPersistentModel<T>
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        stream.Position = 0;
        var loaded = T.Load(stream);
        Assert.Equal(stream.Length, stream.Position);
        return loaded;
    }

    private static T ThroughJson<T>(T model)
        where T : IPersistentModel<T>
    {
        using var stream = new MemoryStream();
        model.SaveJson(stream);
        stream.Position = 0;
        return T.LoadJson(stream);
    }

    private static void AssertSame(IReadOnlyList<GrownTree> expected, IReadOnlyList<GrownTree> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (tree, other) in expected.Zip(actual))
        {
            Assert.Equal(tree.Nodes, other.Nodes);
            Assert.Equal(tree.NodeWeights, other.NodeWeights);
            Assert.Equal(tree.ImpurityDecreases, other.ImpurityDecreases);
            Assert.Equal(tree.Distributions, other.Distributions);
            Assert.Equal(tree.CategorySets, other.CategorySets);
            Assert.Equal(tree.Depth, other.Depth);
        }
    }
}
