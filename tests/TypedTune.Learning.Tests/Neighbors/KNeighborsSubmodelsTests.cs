using CsCheck;

namespace TypedTune.Learning.Tests;

/// <summary>One search for the nearest rows serves every number of neighbours and all weights, bit for bit.</summary>
public sealed class KNeighborsSubmodelsTests
{
    // Few distinct values, so that rows are equally far away and some at distance 0.
    private static readonly Gen<(int Seed, int Rows, int Columns, int Values)> AnyData =
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 700], Gen.Int[1, 4], Gen.OneOf(Gen.Const(0), Gen.Int[1, 5]));

    private static readonly Gen<(double Share, NeighborWeights Weights)[]> AnyMembers = Gen.Select(Gen.Double[0, 1], Gen.Enum<NeighborWeights>()).Array[1, 6];

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void WidestRegressor_PredictsEachMemberAsItsOwnFit() => Gen.Select(AnyData, AnyMembers).Sample((data, choices) =>
    {
        var rows = Draw(data, data.Rows);
        var queries = Draw((data.Seed + 1, data.Rows, data.Columns, data.Values), 40);
        double[] target = [.. Draw((data.Seed + 2, data.Rows, 1, 0), data.Rows).AsColumnMajor()];
        KNeighborsRegressor[] members = [.. choices.Select(choice => new KNeighborsRegressor { Neighbors = Neighbors(choice.Share, data.Rows), Weights = choice.Weights })];

        double[][] predictions = Predict<double[]>(members, rows, target, queries);

        for (int i = 0; i < members.Length; i++)
            Assert.Equal(members[i].Fit(rows, target, Context).Predict(queries, Context), predictions[i]);
    }, iter: 60);

    [Fact]
    public void WidestClassifier_PredictsEachMemberAsItsOwnFit() => Gen.Select(AnyData, AnyMembers, Gen.Int[1, 4]).Sample((data, choices, classes) =>
    {
        var rows = Draw(data, data.Rows);
        var queries = Draw((data.Seed + 1, data.Rows, data.Columns, data.Values), 40);
        var target = new Categories([.. Enumerable.Range(0, classes).Select(label => $"class {label}")], [.. Enumerable.Range(0, data.Rows).Select(row => (row * 7 + data.Seed) % classes)]);
        KNeighborsClassifier[] members = [.. choices.Select(choice => new KNeighborsClassifier { Neighbors = Neighbors(choice.Share, data.Rows), Weights = choice.Weights })];

        var predictions = Predict<Categories>(members, rows, target, queries);
        double[][][] shares = members[0].FitSubmodels(rows, target, Context).Shares(queries, members, Context);

        for (int i = 0; i < members.Length; i++)
        {
            var fitted = members[i].Fit(rows, target, Context);
            Assert.Equal(fitted.Predict(queries, Context).Codes.ToArray(), predictions[i].Codes.ToArray());
            Assert.Equal(fitted.Shares(queries, Context), shares[i]);
        }
    }, iter: 60);

    // The submodels share their arithmetic with the models, so that the definition is what they are held to here.
    [Fact]
    public void EachMember_IsTheWeightedMeanOfTheFirstOfTheOrderedRows() => AnyData.Sample(data =>
    {
        var rows = Draw(data, data.Rows);
        double[] target = [.. Draw((data.Seed + 2, data.Rows, 1, 0), data.Rows).AsColumnMajor()];
        double[] squares = [.. Enumerable.Range(0, data.Rows).Select(row => Enumerable.Range(0, data.Columns).Sum(c => (rows[row, c] - rows[0, c]) * (rows[row, c] - rows[0, c])))];
        int[] order = [.. Enumerable.Range(0, data.Rows).OrderBy(row => squares[row]).ThenBy(row => row)];
        KNeighborsRegressor[] members = [.. Enum.GetValues<NeighborWeights>().SelectMany(weights => new[] { 1, (data.Rows + 1) / 2, data.Rows }.Select(count => new KNeighborsRegressor { Neighbors = count, Weights = weights }))];

        double[][] predictions = Predict<double[]>(members, rows, target, rows.TakeRows([0]));

        for (int i = 0; i < members.Length; i++)
        {
            // The query is one of the rows, so that by distance those at distance 0 alone count.
            var counting = order.Take(members[i].Neighbors).Where(row => members[i].Weights == NeighborWeights.Uniform || squares[row] == 0);
            Assert.Equal(counting.Average(row => target[row]), predictions[i][0], 1e-9);
        }
    }, iter: 60);

    [Fact]
    public void MemberOfMoreNeighborsThanRows_IsRefusedByItself()
    {
        var rows = FeatureMatrix.FromRows([[0], [1], [3], [6]]);
        KNeighborsRegressor[] members = [new() { Neighbors = 2 }, new() { Neighbors = 9 }];
        ISubmodels<double[]> first = members[0];

        var fitted = first.Widest(members, 4).FitSubmodels(rows, [1, 2, 3, 4], Context);

        Assert.Equal([1.5], fitted.Predict(FeatureMatrix.FromRows([[0]]), [members[0]], Context)[0]);
        string alone = Assert.Throws<ArgumentException>(() => members[1].Fit(rows, [1, 2, 3, 4], Context)).Message;
        Assert.Equal(alone, Assert.Throws<ArgumentException>(() => fitted.Predict(rows, members, Context)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => fitted.Predict(rows, [new KNeighborsRegressor { Neighbors = 0 }], Context));
    }

    [Fact]
    public void NoMembers_GiveNoPredictions()
    {
        var fitted = new KNeighborsRegressor { Neighbors = 1 }.FitSubmodels(FeatureMatrix.FromRows([[0], [1]]), [1, 2], Context);

        Assert.Empty(fitted.Predict(FeatureMatrix.FromRows([[0]]), [], Context));
        Assert.Throws<ArgumentException>(() => ((ISubmodels<double[]>)new KNeighborsRegressor()).Widest([], 2));
    }

    private static int Neighbors(double share, int rows) => 1 + (int)(share * share * (rows - 1));

    private static FeatureMatrix Draw((int Seed, int Rows, int Columns, int Values) data, int rows)
    {
        var stream = Seed.Of(data.Seed).Stream();
        var values = new double[rows * data.Columns];
        for (int i = 0; i < values.Length; i++)
            values[i] = data.Values > 0 ? stream.NextBelow(data.Values) : stream.NextNormal();
        return FeatureMatrix.FromColumnMajor(values, rows, FeatureNames.Numbered(data.Columns));
    }

    private static TTarget[] Predict<TTarget>(IReadOnlyList<ISubmodels<TTarget>> members, FeatureMatrix rows, TTarget target, FeatureMatrix queries)
    {
        Assert.All(members, member => Assert.Equal(members[0].SubmodelKey, member.SubmodelKey));
        return members[0].Widest(members, rows.RowCount).FitSubmodels(rows, target, Context).Predict(queries, members, Context);
    }
}
