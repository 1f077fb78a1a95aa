namespace TypedTune.Learning.Tests;

/// <summary>Columns that are marked as groups, weights and times, and what is made of them.</summary>
public sealed class RoleColumnTests
{
    private static Table<Sale> Sales { get; } = new(Enumerable.Range(0, 24).Select(i => new Sale
    {
        Discount = i % 7 / 7.0,
        Shop = 10 * (i % 4),
        Day = new DateOnly(2024, 1 + (i * 5 % 12), 1),
        Amount = 100 - 30 * (i % 7 / 7.0) + i % 3,
    }));

    [Fact]
    public void Roles_AreThoseOfTheMarkedColumns()
    {
        var roles = Sales.Roles;

        Assert.Equal([.. Sales.Select(sale => $"{sale.Shop}")], [.. Enumerable.Range(0, 24).Select(row => roles.Groups![row]!)]);
        Assert.Equal([.. Sales.Select(sale => sale.Weight)], roles.Weights!);
        Assert.Equal([.. Sales.Select(sale => (long)DateEncoding.ToDays(sale.Day))], roles.Time!);
    }

    [Fact]
    public void RolesOfAView_AreThoseOfItsRows()
    {
        var taken = Sales.TakeRows([5, 0]).Roles;

        Assert.Equal(["10", "0"], [taken.Groups![0], taken.Groups[1]]);
        Assert.Equal([Sales[5].Weight, Sales[0].Weight], taken.Weights!);
    }

    [Fact]
    public void OtherWeights_ReplaceTheColumn()
    {
        double[] weights = [.. Enumerable.Range(1, 24).Select(row => (double)row)];

        var roles = Sales.WithWeights(weights).TakeRows([3]).Roles;

        Assert.Equal([4.0], roles.Weights!);
        Assert.Equal("30", roles.Groups![0]);
    }

    [Fact]
    public void ComputedRole_IsNoColumnOfAFileButCanBeRead()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "sales.csv");
        Csv.Write(Sales, path);

        var read = Sale.ReadCsv(path);

        Assert.Equal("Discount,Shop,Day,Amount", File.ReadLines(path).First());
        Assert.Equal(Sales.Roles.Weights, read.Roles.Weights);
        Assert.Equal(Sales.Roles.Weights, read.Column(Sale.Columns.Weight));
    }

    [Fact]
    public void RoleThatABranchNames_IsAFeatureAndOthersAreNone()
    {
        var model = new SaleModel().Fit(Sales);

        Assert.Equal(["Rest.Discount", "Day.Day.year"], model.Features.FeatureNames.Take(2));
    }

    [Fact]
    public void WeightColumn_IsLearnedWithAndScoredWith()
    {
        var search = new GridSearch<SaleModel>(SaleModel.Space.Ridge.Alpha.In(0.1, 10)) { Evaluation = new GroupKFold(4), Scoring = Metric.RootMeanSquaredError };

        var marked = search.Fit(Sales, cancellationToken: TestContext.Current.CancellationToken);

        var given = search.Fit(Sales.WithWeights(Sales.Column(Sale.Columns.Weight)), cancellationToken: TestContext.Current.CancellationToken);
        var alike = search.Fit(Sales.WithWeights(null), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(given.Trials.Select(trial => trial.Score), marked.Trials.Select(trial => trial.Score));
        Assert.NotEqual(alike.Trials.Select(trial => trial.Score), marked.Trials.Select(trial => trial.Score));
        Assert.Equal(given.Model.Ridge.Coefficients, marked.Model.Ridge.Coefficients);
    }

    [Fact]
    public void TimeColumn_OrdersTheFolds()
    {
        var roles = Sales.Roles;

        Assert.All(new TimeSeriesSplit(3).Split(roles), fold => Assert.True(fold.Train.Max(row => roles.Time![row]) < fold.Validation.Min(row => roles.Time![row])));
    }

    [Theory]
    [InlineData(-1.0, "A weight must be finite and at least 0, but is -1 in row 1.")]
    [InlineData(double.NaN, "A weight must be finite and at least 0, but is NaN in row 1.")]
    public void IllegalWeight_IsRefusedBeforeAnythingIsFitted(double weight, string message)
    {
        var parcels = new Table<Parcel>([new Parcel { Size = 1, Weight = 1, Sent = TimeSpan.Zero, Price = 1 }, new Parcel { Size = 2, Weight = double.IsNaN(weight) ? null : weight, Sent = TimeSpan.Zero, Price = 2 }]);

        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => parcels.Roles).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingTime_IsRefused()
    {
        var parcels = new Table<Parcel>([new Parcel { Size = 1, Weight = 1, Price = 1 }]);

        Assert.Equal("Every row needs a time, but Sent is missing in row 0. Fill it in, or remove such rows.", Assert.Throws<ArgumentException>(() => parcels.Roles).Message);
    }

    [Fact]
    public void SchemaWithTwoGroups_IsRefused()
    {
        var computed = new CategoryColumn<Sale>("Other", -1, _ => "a") { Role = ColumnRole.Group };

        Assert.StartsWith(
            "Sale has several columns of the role Group: Shop, Other.",
            Assert.Throws<ArgumentException>("columns", () => new RowSchema<Sale>("Sale", [.. new Column<Sale>[] { Sale.Columns.Discount, Sale.Columns.Shop }], _ => Sales[0]) { ComputedRoles = [computed] }).Message,
            StringComparison.Ordinal);
    }
}

/// <summary>Rows whose roles may be missing.</summary>
[Row]
public sealed partial record Parcel
{
    public required double Size { get; init; }

    [Weight]
    public double? Weight { get; init; }

    [Time]
    public TimeSpan? Sent { get; init; }

    [Target]
    public required double Price { get; init; }
}
