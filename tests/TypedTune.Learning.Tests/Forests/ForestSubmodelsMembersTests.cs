using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>What a search asks of a forest's submodels: any group of members is predicted by one fit, bit for bit as by their own.</summary>
public sealed class ForestSubmodelsMembersTests
{
    private static readonly Gen<Limits> AnyLimits = Gen.Select(
        Gen.Int[1, 6],
        Gen.Int[0, 9].Select(depth => depth == 0 ? (int?)null : depth),
        Gen.OneOf(Gen.Int[1, 60].Select(count => RowCount.Count(count)), Gen.Double[0.001, 0.4].Select(RowCount.Fraction)),
        Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 0.01]),
        Gen.Int[-20, 40].Select(leaves => leaves < 2 ? (int?)null : leaves),
        Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 0.02]),
        (trees, depth, rows, decrease, leaves, strength) => new Limits(trees, depth, rows, decrease, leaves, strength));

    // Groups of any kind, and such as differ in trees, leaves and pruning alone, whose fit may limit leaves.
    private static readonly Gen<Limits[]> AnyGroup = Gen.Select(AnyLimits.Array[1, 5], Gen.Int[2, 30].Array[5], Gen.Bool, (group, leaves, isOfFewLeaves) => isOfFewLeaves
        ? [.. group.Select((limits, i) => limits with { Leaves = leaves[i], Depth = group[0].Depth, Rows = group[0].Rows, Decrease = group[0].Decrease })]
        : group);

    private static readonly Gen<(int Seed, int Rows, int Columns, int Levels)> AnyData =
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 200], Gen.Int[1, 12], Gen.Int[0, 30]);

    private static readonly RowSampling[] Samplings = [new Bootstrap(), new Subsample(), new EveryRow()];

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void WidestRegressor_PredictsEachMemberAsItsOwnFit() => Gen.Select(AnyData, AnyGroup, Gen.Enum<SplitBins>(), Gen.Enum<RegressionCriterion>()).Sample((data, group, bins, criterion) =>
    {
        var (features, target) = Draw(data);
        if (criterion == RegressionCriterion.Poisson)
            target = Array.ConvertAll(target, Math.Abs);
        var forest = new RandomForestRegressor { MaxFeatures = MaxFeatures.Sqrt, Bins = bins, Criterion = criterion, Sampling = Samplings[data.Seed % 3], Seed = data.Seed };
        RandomForestRegressor[] members = [.. group.Select(limits => limits.Of(forest))];

        double[][] predictions = Predict<double[]>(members, features, target);

        for (int i = 0; i < members.Length; i++)
            Assert.Equal(members[i].Fit(features, target, Context).Predict(features, Context), predictions[i]);
    }, iter: 60);

    [Fact]
    public void WidestClassifier_PredictsEachMemberAsItsOwnFit() => Gen.Select(AnyData, AnyGroup, Gen.Int[1, 5], Gen.Enum<ClassificationCriterion>()).Sample((data, group, classes, criterion) =>
    {
        var (features, _) = Draw(data);
        var target = Samples.Labels(features, classes);
        var forest = new RandomForestClassifier { Criterion = criterion, ClassWeights = data.Seed % 2 == 0 ? ClassWeights.Equal : ClassWeights.BalancedPerTree, Seed = data.Seed };
        RandomForestClassifier[] members = [.. group.Select(limits => limits.Of(forest))];

        var labels = Predict<Categories>(members, features, target);

        for (int i = 0; i < members.Length; i++)
            Assert.Equal(members[i].Fit(features, target, Context).Predict(features, Context).Codes.ToArray(), labels[i].Codes.ToArray());
    }, iter: 60);

    [Fact]
    public void SubmodelKey_IsEqualForSubmodelsOfOneFitAlone()
    {
        var forest = new RandomForestRegressor { Seed = 3 };
        object Key(RandomForestRegressor member) => ((ISubmodels<double[]>)member).SubmodelKey;

        Assert.Equal(Key(forest), Key(forest with { Trees = 7, MaxDepth = 2, MaxLeaves = 9, MinRowsToSplit = 5, MinImpurityDecrease = 0.1, PruningStrength = 0.2 }));
        Assert.NotEqual(Key(forest), Key(forest with { Seed = 4 }));
        Assert.NotEqual(Key(forest), Key(forest with { MinRowsInLeaf = 2 }));
        Assert.NotEqual(Key(forest), Key(forest with { MaxFeatures = 2 }));
        Assert.NotEqual(Key(forest), ((ISubmodels<Categories>)new RandomForestClassifier { Seed = 3 }).SubmodelKey);
    }

    [Fact]
    public void WidestOfFewLeaves_LimitsThem()
    {
        var forest = new RandomForestRegressor { MaxDepth = 8, MinRowsToSplit = RowCount.Fraction(0.1) };
        RandomForestRegressor[] members = [forest with { MaxLeaves = 4 }, forest with { MaxLeaves = 16, PruningStrength = 1, MinRowsToSplit = 10 }];

        Assert.Equal(16, Widest(members, rows: 95).MaxLeaves);
        Assert.Null(Widest(members, rows: 120).MaxLeaves);
        Assert.Null(Widest([members[0], members[0] with { MaxDepth = 9 }], rows: 95).MaxLeaves);
        Assert.Null(Widest([members[0], members[0] with { MaxLeaves = null }], rows: 95).MaxLeaves);
    }

    [Fact]
    public void MembersOfSeveralFits_AreRefused()
    {
        var forest = new RandomForestRegressor();

        Assert.Contains("Fit them apart", Assert.Throws<ArgumentException>(() => Widest([forest, forest with { Seed = 1 }], rows: 10)).Message, StringComparison.Ordinal);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => Widest([], rows: 10)).Message, StringComparison.Ordinal);
    }

    private static (FeatureMatrix Features, double[] Target) Draw((int Seed, int Rows, int Columns, int Levels) data)
    {
        var (features, target) = Samples.Draw(data.Seed, data.Rows, data.Columns, data.Levels);
        return (data.Seed % 3 == 0 ? Samples.WithSpecialColumns(features, data.Seed) : features, target);
    }

    // As a search does it, which knows no more than the contracts.
    private static TTarget[] Predict<TTarget>(IReadOnlyList<ISubmodels<TTarget>> members, FeatureMatrix features, TTarget target)
    {
        Assert.All(members, member => Assert.Equal(members[0].SubmodelKey, member.SubmodelKey));
        return members[0].Widest(members, features.RowCount).FitSubmodels(features, target, Context).Predict(features, members, Context);
    }

    private static RandomForestRegressor Widest(RandomForestRegressor[] members, int rows) =>
        ((ISubmodels<RandomForestRegressor, double[], FittedRandomForestRegressorSubmodels>)new RandomForestRegressor()).Widest(members, rows);

    private sealed record Limits(int Trees, int? Depth, RowCount Rows, double Decrease, int? Leaves, double Strength)
    {
        public T Of<T>(T forest)
            where T : ForestConfiguration => (T)(forest with { Trees = Trees, MaxDepth = Depth, MinRowsToSplit = Rows, MinImpurityDecrease = Decrease, MaxLeaves = Leaves, PruningStrength = Strength });
    }
}
